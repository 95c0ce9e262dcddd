import { announce } from '../kit/announce.ts';

const PAUSE = 150;
/** A word that begins with a sign, up to where somebody types. */
const BEGUN = /(?:^|[\s(«“'’])([@#])([\p{L}\p{M}\p{N}_.'’-]{0,40})$/u;

/**
 * Completes `@` by the people of the thread and `#` by the tags in use, while somebody types: a list below the field,
 * to go through by the arrow keys. Fetched when one of the signs is first typed; everything can be typed without it.
 */
export function startCompletion(form: HTMLFormElement, field: HTMLTextAreaElement): void {
  const words = form.querySelector<HTMLElement>('[data-completes]');
  if (words === null) return;
  const list = document.createElement('ul');
  list.id = `${field.id}-completions`;
  list.hidden = true;
  list.className = 'proposed ui';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.dataset['name'] ?? '');
  field.after(list);
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', list.id);

  let active = -1;
  let timer = 0;
  let asking: AbortController | null = null;
  const options = (): HTMLElement[] => [...list.children] as HTMLElement[];
  const move = (to: number): void => {
    active = to;
    options().forEach((option, index) => option.setAttribute('aria-selected', String(index === to)));
    const chosen = options()[to];
    if (chosen === undefined) return field.removeAttribute('aria-activedescendant');
    field.setAttribute('aria-activedescendant', chosen.id);
    chosen.scrollIntoView({ block: 'nearest' });
  };
  const close = (): void => {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    move(-1);
  };
  const begun = (): RegExpExecArray | null => BEGUN.exec(field.value.slice(0, field.selectionStart));
  const take = (option: HTMLElement): void => {
    const typed = begun();
    close();
    if (typed === null) return;
    const end = field.selectionStart;
    const start = end - (typed[1] ?? '').length - (typed[2] ?? '').length;
    field.setRangeText(`${option.textContent} `, start, end, 'end');
    // As after typing: the preview and the draft hear of it.
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const draw = (found: string[]): void => {
    list.replaceChildren(...found.map((value, index) => optionOf(value, `${list.id}-${index}`)));
    list.hidden = found.length === 0;
    move(-1);
    const { one = '', many = '' } = words.dataset;
    if (found.length > 0) announce(found.length === 1 ? one : many.replace('#', String(found.length)));
  };
  const ask = async (): Promise<void> => {
    asking?.abort();
    const [, sign, start = ''] = begun() ?? [];
    const address = sign === undefined ? null : addressOf(form, sign, start);
    if (address === null) return close();
    const mine = (asking = new AbortController());
    const found = await read(address, mine.signal);
    if (found !== null && !mine.signal.aborted) draw(found);
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), PAUSE);
  };

  field.addEventListener('input', soon);
  field.addEventListener('blur', close);
  field.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    const last = list.children.length - 1;
    const to = { ArrowDown: active === last ? -1 : active + 1, ArrowUp: active === -1 ? last : active - 1 }[event.key];
    const chosen = options()[active];
    if (to !== undefined) move(to);
    else if (event.key === 'Escape') close();
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) take(chosen);
    else return;
    event.preventDefault();
  });
  // Keeps the focus in the field: losing it would close the list before the click has any effect.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]');
    if (option !== null) take(option);
  });
  soon();
}

/** Null where nothing completes: people are those of a thread, and a new one has none yet. */
function addressOf(form: HTMLFormElement, sign: string, start: string): string | null {
  const query = `?q=${encodeURIComponent(start)}`;
  if (sign === '#') return `/tags.json${query}`;
  const [, thread] = /\/thread\/(\d+)\//.exec(form.getAttribute('action') ?? '') ?? [];
  return thread === undefined ? null : `/thread/${thread}/people.json${query}`;
}

async function read(address: string, signal: AbortSignal): Promise<string[] | null> {
  try {
    const answer = await fetch(address, { credentials: 'same-origin', signal });
    return answer.ok ? ((await answer.json()) as string[]) : null;
  } catch {
    return null;
  }
}

function optionOf(value: string, id: string): HTMLElement {
  const option = document.createElement('li');
  Object.assign(option, { id, textContent: value });
  option.setAttribute('role', 'option');
  return option;
}
