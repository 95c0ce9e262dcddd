import type { Hand } from './desk-hand.ts';
import { Shelf } from './shelf.ts';

const CHOICE = 'palabre:keys';
const shelf = new Shelf(() => localStorage);

/** Letters for the card in hand, as long as nobody writes and nobody has switched them off. */
export function startKeys(hand: Hand): { settle(): void } {
  const settle = (): void => {
    hand.keyed = areOn();
    hand.settle();
    for (const words of document.querySelectorAll<HTMLElement>('[data-keys-off]')) words.hidden = !areOn();
    for (const words of document.querySelectorAll<HTMLElement>('[data-keys-on]')) words.hidden = areOn();
    for (const words of document.querySelectorAll<HTMLElement>('[data-keys-list]')) words.hidden = !areOn();
  };
  document.addEventListener('keydown', (event) => {
    if (!areOn() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape') return leaveField(hand);
    if (isField(event.target) || !act(event.key, hand)) return;
    event.preventDefault();
  });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-keys-switch]') : null;
    if (link === null) return;
    const on = !areOn();
    shelf.write(CHOICE, on ? 'on' : 'off');
    // A page that was asked for without them has to be asked for with them: its list of keys is not in it.
    if (on && drawnOff()) return;
    event.preventDefault();
    settle();
  });
  settle();
  return { settle };
}

function drawnOff(): boolean {
  return document.querySelector<HTMLElement>('[data-keys]')?.dataset.keys === 'off';
}

function areOn(): boolean {
  return !drawnOff() && shelf.read<string>(CHOICE) !== 'off';
}

/** @returns whether the key means something here */
function act(key: string, hand: Hand): boolean {
  if (key === 'j' || key === 'k') {
    hand.move(key === 'j' ? 1 : -1);
    return true;
  }
  if (key === '?') return showHelp(hand);
  if (key === 'u') return press(lastUndo());
  const { card } = hand;
  if (key === 'x') return press(card?.querySelector<HTMLElement>('[data-tick]'));
  if (!/^[arnesot]$/.test(key)) return false;
  return press(card?.querySelector<HTMLElement>(`[data-key="${key}"]`));
}

/** Opens and closes a form, or decides. What was opened to be written in has the focus at once. */
function press(what: HTMLElement | null | undefined): boolean {
  if (!what) return false;
  what.click();
  const form = what.parentElement;
  if (form instanceof HTMLDetailsElement && form.open)
    form.querySelector<HTMLElement>('textarea, input:not([type="hidden"])')?.focus();
  return true;
}

/** Of what was decided here, the last; else what the page came with. */
function lastUndo(): HTMLElement | null {
  const lines = [...document.querySelectorAll<HTMLElement>('.card.done')].sort((one, other) => Number(other.dataset.order) - Number(one.dataset.order));
  const places = [...lines, ...document.querySelectorAll<HTMLElement>('.toast')];
  return places.map((place) => place.querySelector<HTMLElement>('form[action$="/undo"] button')).find((button) => button !== null) ?? null;
}

function showHelp(hand: Hand): boolean {
  const help = document.querySelector<HTMLElement>('[data-keys]');
  if (help === null) return false;
  if (document.activeElement === help) hand.focus(hand.card);
  else help.focus();
  return true;
}

function leaveField(hand: Hand): void {
  if (isField(document.activeElement) && hand.card?.contains(document.activeElement)) hand.card.focus({ preventScroll: true });
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select')) return true;
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(target.type);
}
