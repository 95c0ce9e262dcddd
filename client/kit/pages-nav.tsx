import type { Ui } from './ui.js';

/** The numbers to show: the first, the last, and the two on each side; 0 stands for what is left out. */
export function pageNumbers(page: number, pages: number): number[] {
  const near = [1, page - 2, page - 1, page, page + 1, page + 2, pages].filter((each) => each >= 1 && each <= pages);
  const shown = [...new Set(near)].sort((a, b) => a - b);
  return shown.flatMap((each, index) => {
    const before = shown[index - 1] ?? each - 1;
    if (each - before === 2) return [each - 1, each];
    return each - before > 2 ? [0, each] : [each];
  });
}

interface PagesNavProps {
  ui: Ui;
  page: number;
  pages: number;
  address: (page: number) => string;
  /** Tells two of them on one page apart. */
  label?: string;
  /** The thread in which one can go to the post of a number. */
  thread?: number;
}

/** Numbers and words; nothing when there is one page only. */
export function PagesNav({ ui, page, pages, address, label, thread }: PagesNavProps) {
  const { read } = ui.t;
  if (pages <= 1) return null;
  return (
    <nav class="pages" aria-label={label ?? read.pages}>
      {page > 1 && (
        <a href={address(page - 1)} rel="prev">
          {read.previous}
        </a>
      )}{' '}
      {pageNumbers(page, pages).map((each) =>
        each === 0 ? (
          <span>…</span>
        ) : each === page ? (
          <b aria-current="page">
            <span class="vh">{read.page}</span>
            {each}
          </b>
        ) : (
          <a href={address(each)}>
            <span class="vh">{read.page}</span>
            {each}
          </a>
        ),
      )}{' '}
      {page < pages && (
        <a href={address(page + 1)} rel="next">
          {read.next}
        </a>
      )}{' '}
      {thread !== undefined && (
        <form class="go-to" method="get" action={`/thread/${thread}`}>
          <label>
            {read.goTo} <input name="post" type="text" inputMode="numeric" maxLength={9} required />
          </label>{' '}
          <button class="b" type="submit">
            {read.go}
          </button>
        </form>
      )}
    </nav>
  );
}

/** A list read by cursor: towards the older ones, and back to the start. */
export function OlderNav({
  ui,
  older,
  newest,
  words,
}: {
  ui: Ui;
  older: string | null;
  newest: string | null;
  words?: { older: string; newest: string };
}) {
  const { read } = ui.t;
  if (older === null && newest === null) return null;
  return (
    <nav class="pages" aria-label={read.pages}>
      {newest !== null && <a href={newest}>{words?.newest ?? read.newest}</a>}{' '}
      {older !== null && (
        <a href={older} rel="next">
          {words?.older ?? read.older}
        </a>
      )}
    </nav>
  );
}
