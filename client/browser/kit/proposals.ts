import { announce } from './announce.ts';

const PAUSE = 150;

export interface Proposal {
  /** The text that the field gets. */
  value: string;
  /** A text that is shown beside it. */
  note?: string;
}

export interface Proposing {
  /** The name of the list for screen readers: the id of a label, or words. */
  named: { by: string } | { as: string };
  /**
   * The words that are announced: `data-one`, `data-many` with a # for the number, and `data-none` where that is said
   * too.
   */
  words: DOMStringMap;
  /** Keys that take the proposal which the arrows have led to. */
  taking: readonly string[];
  /** The proposals for what is typed now; null where there is nothing to ask, or where no answer came. */
  ask: (signal: AbortSignal) => Promise<readonly Proposal[] | null> | null;
  take: (value: string) => void;
}

/**
 * Makes proposals while somebody types: a list below the field, which the arrow keys go through, as ARIA 1.2 describes
 * it. Answers a function that asks for them without a key.
 */
export function propose(
  field: HTMLInputElement | HTMLTextAreaElement,
  { named, words, taking, ask, take }: Proposing,
): () => void {
  const list = document.createElement('ul');
  list.id = `${field.id}-proposed`;
  list.hidden = true;
  list.className = 'proposed ui';
  list.setAttribute('role', 'listbox');
  if ('by' in named) list.setAttribute('aria-labelledby', named.by);
  else list.setAttribute('aria-label', named.as);
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
  const show = (open: boolean): void => {
    list.hidden = !open;
    // A `textarea` is no combobox and has no such state.
    if (field.getAttribute('role') === 'combobox') field.setAttribute('aria-expanded', String(open));
    move(-1);
  };
  const close = (): void => {
    clearTimeout(timer);
    asking?.abort();
    show(false);
  };
  const choose = (option: HTMLElement): void => {
    const { value = '' } = option.dataset;
    close();
    take(value);
  };
  const draw = (found: readonly Proposal[]): void => {
    list.replaceChildren(...found.map((each, index) => optionOf(each, `${list.id}-${index}`)));
    show(found.length > 0);
    const { one = '', many = '', none = '' } = words;
    const said = found.length === 0 ? none : found.length === 1 ? one : many.replace('#', String(found.length));
    if (said !== '') announce(said);
  };
  const fetchThem = async (): Promise<void> => {
    asking?.abort();
    const mine = (asking = new AbortController());
    const answer = ask(mine.signal);
    if (answer === null) return close();
    const found = await answer;
    if (found !== null && !mine.signal.aborted) draw(found);
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void fetchThem(), PAUSE);
  };

  field.addEventListener('input', soon);
  field.addEventListener('blur', close);
  field.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || list.hidden || event.isComposing) return;
    const last = list.children.length - 1;
    const to = { ArrowDown: active === last ? -1 : active + 1, ArrowUp: active === -1 ? last : active - 1 }[event.key];
    const chosen = options()[active];
    if (to !== undefined) move(to);
    else if (event.key === 'Escape') close();
    else if (taking.includes(event.key) && chosen !== undefined) choose(chosen);
    else return;
    event.preventDefault();
  });
  // Keeps the focus in the field: losing it would close the list before the click has any effect.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]');
    if (option !== null) choose(option);
  });
  return soon;
}

function optionOf({ value, note }: Proposal, id: string): HTMLElement {
  const option = document.createElement('li');
  Object.assign(option, { id, textContent: value });
  option.setAttribute('role', 'option');
  option.dataset['value'] = value;
  if (note === undefined) return option;
  const beside = document.createElement('span');
  Object.assign(beside, { className: 'opt', textContent: ` ${note}` });
  option.append(beside);
  return option;
}
