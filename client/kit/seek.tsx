import type { Ui } from './ui.js';

/** The field that leads to the search, on every page and where a page was not found. */
export function Seek({ ui, id, wide = false }: { ui: Ui; id: string; wide?: boolean }) {
  const { search } = ui.t;
  return (
    <form
      class={wide ? 'seek big' : 'seek'}
      role="search"
      aria-label={wide ? search.here : search.everywhere}
      action="/search"
    >
      <label class="vh" for={id}>
        {search.field}
      </label>
      <input id={id} type="search" name="q" maxLength={200} placeholder={wide ? undefined : search.title} />
      <SeekButton ui={ui} wide={wide} />
    </form>
  );
}

/** Its word where there is room, a glass in the masthead. */
export function SeekButton({ ui, wide }: { ui: Ui; wide: boolean }) {
  const { search } = ui.t;
  if (wide)
    return (
      <button class="b do" type="submit">
        {search.title}
      </button>
    );
  return (
    <button class="glass" type="submit">
      <span class="vh">{search.title}</span>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <circle cx="10" cy="10" r="6.500" fill="none" stroke="currentColor" stroke-width="2.500" />
        <path d="M15 15l6.500 6.500" stroke="currentColor" stroke-width="3" stroke-linecap="round" />
      </svg>
    </button>
  );
}
