import type { Hand } from './desk-hand.ts';
import { isHelpOpen, toggleHelp } from './desk-help.ts';
import { isFolded, unfold } from './desk-unfold.ts';
import { Shelf } from '../kit/shelf.ts';

const CHOICE = 'palabre:keys';
const shelf = new Shelf(() => localStorage);

/** Shortcut letters for the card in hand, unless somebody is writing or has switched them off. */
export function startKeys(hand: Hand): { settle(): void } {
  const settle = (): void => {
    hand.keyed = areOn();
    hand.settle();
    for (const words of document.querySelectorAll<HTMLElement>('[data-keys-off]')) words.hidden = !areOn();
    for (const words of document.querySelectorAll<HTMLElement>('[data-keys-on]')) words.hidden = areOn();
    for (const words of document.querySelectorAll<HTMLElement>('[data-keys-list]')) words.hidden = !areOn();
  };
  document.addEventListener('keydown', (event) => {
    if (!areOn() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
      return;
    if (event.key === 'Escape') return leaveField(hand);
    if (isField(event.target) || !act(event.key, hand)) return;
    event.preventDefault();
  });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-keys-switch]') : null;
    if (link === null) return;
    const on = !areOn();
    shelf.write(CHOICE, on ? 'on' : 'off');
    // A page that was loaded with the shortcuts off has no list of keys, so the link has to load it again.
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
  if (key === '?') return toggleHelp(hand);
  if (isHelpOpen()) return false;
  if (key === 'j' || key === 'k') {
    hand.move(key === 'j' ? 1 : -1);
    return true;
  }
  if (key === 'u') return press(lastUndo());
  const { card } = hand;
  if (/^[1-9]$/.test(key)) return press(reasonOf(card, Number(key)));
  if (key === 'x') return press(card?.querySelector<HTMLElement>('[name="item"]'));
  if (!/^[arnesot]$/.test(key) || card === null) return false;
  if (!isFolded(card)) return press(card.querySelector<HTMLElement>(`[data-key="${key}"]`));
  void pressOnceThere(card, key);
  return true;
}

/**
 * Presses a key for a card whose forms have not come yet. It means this card in this version, and not the card that is
 * in hand by then. The list may be drawn anew meanwhile, with another element for the same card.
 */
async function pressOnceThere(
  { dataset: { submission = '', version = '' } }: HTMLElement,
  key: string,
): Promise<void> {
  const same = `article[data-submission="${CSS.escape(submission)}"][data-version="${CSS.escape(version)}"]`;
  for (let card; (card = document.querySelector<HTMLElement>(same)) !== null;) {
    if (!(await unfold(card))) return;
    if (card.isConnected) {
      press(card.querySelector<HTMLElement>(`[data-key="${key}"]`));
      return;
    }
  }
}

/** Opens and closes a form, or decides. A form that is opened for writing gets the focus at once. */
function press(what: HTMLElement | null | undefined): boolean {
  if (!what) return false;
  what.click();
  const form = what.parentElement;
  if (form instanceof HTMLDetailsElement && form.open)
    form.querySelector<HTMLElement>('textarea, input:not([type="hidden"])')?.focus();
  return true;
}

/** The undo button of the last decision made here; otherwise the one that the page was loaded with. */
function lastUndo(): HTMLElement | null {
  const lines = [...document.querySelectorAll<HTMLElement>('.card.done')].sort(
    (one, other) => Number(other.dataset.order) - Number(one.dataset.order),
  );
  const places = [...lines, ...document.querySelectorAll<HTMLElement>('.toast')];
  return (
    places
      .map((place) => place.querySelector<HTMLElement>('form[action$="/undo"] button'))
      .find((button) => button !== null) ?? null
  );
}

/** The reason in an open refusal, by its position in the list. */
function reasonOf(card: HTMLElement | null, place: number): HTMLElement | undefined {
  return card?.querySelectorAll<HTMLElement>('details.refuse[open] [data-reasons] input')[place - 1];
}

function leaveField(hand: Hand): void {
  if (isField(document.activeElement) && hand.card?.contains(document.activeElement))
    hand.card.focus({ preventScroll: true });
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select')) return true;
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(target.type);
}
