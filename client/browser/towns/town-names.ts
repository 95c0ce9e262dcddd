import { announce } from '../kit/announce.ts';
import { readTowns, type TownName } from './read-towns.ts';

const FEWEST_LETTERS = 2;
const PAUSE = 150;

/**
 * Completes the name of a town while somebody types: a combobox with a list, as ARIA 1.2 describes it. What is chosen
 * is put into the field as its name and department, which the form takes like anything else that is typed.
 */
export function startTownNames(place: HTMLElement): void {
  const field = place.querySelector<HTMLInputElement>('input');
  if (field === null) return;
  const list = document.createElement('ul');
  list.id = `${field.id}-list`;
  list.hidden = true;
  list.className = 'proposed ui';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-labelledby', `${field.id}-label`);
  field.after(list);
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
    ['aria-controls', list.id],
  ] as const)
    field.setAttribute(name, value);

  let active = -1;
  let timer = 0;
  let asking: AbortController | null = null;
  const options = (): HTMLElement[] => [...list.children] as HTMLElement[];

  const show = (open: boolean): void => {
    list.hidden = !open;
    field.setAttribute('aria-expanded', String(open));
    if (!open) move(-1);
  };
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
    show(false);
  };
  const take = (option: HTMLElement): void => {
    field.value = option.dataset['value'] ?? '';
    close();
  };
  const draw = (towns: TownName[]): void => {
    list.replaceChildren(...towns.map((town, index) => optionOf(town, `${list.id}-${index}`)));
    show(towns.length > 0);
    const { one = '', many = '', none = '' } = place.dataset;
    announce(towns.length === 0 ? none : towns.length === 1 ? one : many.replace('#', String(towns.length)));
  };
  const ask = async (): Promise<void> => {
    asking?.abort();
    if (field.value.trim().length < FEWEST_LETTERS) return show(false);
    const mine = (asking = new AbortController());
    const towns = await readTowns(field.value, mine.signal);
    if (towns !== null && !mine.signal.aborted) draw(towns);
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), PAUSE);
  });
  field.addEventListener('blur', close);
  field.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    const last = list.children.length - 1;
    const to = { ArrowDown: active === last ? -1 : active + 1, ArrowUp: active === -1 ? last : active - 1 }[event.key];
    const chosen = options()[active];
    if (to !== undefined) move(to);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen !== undefined) take(chosen);
    else return;
    event.preventDefault();
  });
  // Keeps the focus in the field: losing it would close the list before the click has any effect.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]');
    if (option !== null) take(option);
  });
}

function optionOf({ value, postal }: TownName, id: string): HTMLElement {
  const option = document.createElement('li');
  Object.assign(option, { id, textContent: value });
  option.setAttribute('role', 'option');
  option.dataset['value'] = value;
  const codes = document.createElement('span');
  Object.assign(codes, { className: 'opt', textContent: ` ${postal}` });
  option.append(codes);
  return option;
}
