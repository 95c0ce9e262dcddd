import { fetchPage } from '../kit/fragment.ts';

/**
 * All parts that are drawn anew when a card comes to hand. Its own element stays, with the focus, and so does its head,
 * with the tick.
 */
const PARTS = ':not(.card-head)';

/** Cards that are being fetched or were fetched, by id and version. */
const coming = new Map<string, Promise<HTMLElement>>();

/** Whether the forms of a card are still to come: the queue is sent with the forms of one card only. */
export function isFolded(card: HTMLElement): boolean {
  return card.dataset.folded !== undefined;
}

/** Asks for the forms of a card that may come to hand soon. */
export function prefetch(card: HTMLElement | undefined): void {
  if (card !== undefined && isFolded(card)) void cardOf(card).catch(() => undefined);
}

/**
 * Draws a card with its forms where it stands. Whatever goes wrong, its link still leads to the same forms.
 * @returns whether it has them now
 */
export async function unfold(card: HTMLElement): Promise<boolean> {
  if (!isFolded(card)) return true;
  try {
    const fresh = await cardOf(card);
    if (isFolded(card)) draw(card, document.importNode(fresh, true));
    return true;
  } catch {
    return false;
  }
}

function cardOf(card: HTMLElement): Promise<HTMLElement> {
  const key = keyOf(card);
  const there = coming.get(key) ?? fetchCard(card.dataset.submission ?? '');
  coming.set(key, there);
  // A card that has changed since the queue was sent must not be drawn from here again when it has changed back.
  there.then(
    (fresh) => keyOf(fresh) === key || coming.delete(key),
    () => coming.delete(key),
  );
  return there;
}

function keyOf({ dataset: { submission = '', version = '', claim = '', agreed = '' } }: HTMLElement): string {
  return `${submission} ${version} ${claim} ${agreed}`;
}

async function fetchCard(id: string): Promise<HTMLElement> {
  const back = encodeURIComponent(location.pathname + location.search);
  const { page } = await fetchPage(`/desk/submissions/${id}/card?back=${back}`);
  const card = page.querySelector<HTMLElement>('article[data-submission]');
  if (card === null) throw new Error('answered nothing');
  return card;
}

function draw(card: HTMLElement, fresh: HTMLElement): void {
  const focused = card.contains(document.activeElement) ? document.activeElement : null;
  for (const part of card.querySelectorAll(`:scope > ${PARTS}`)) part.remove();
  card.append(...fresh.querySelectorAll(`:scope > ${PARTS}`));
  const age = fresh.querySelector('.age');
  if (age) card.querySelector('.age')?.replaceWith(age);
  card.id = fresh.id;
  card.setAttribute('aria-label', fresh.getAttribute('aria-label') ?? '');
  card.classList.toggle('theirs', fresh.classList.contains('theirs'));
  for (const name of ['version', 'claim', 'agreed']) {
    const value = fresh.dataset[name];
    if (value !== undefined) card.dataset[name] = value;
  }
  delete card.dataset.folded;
  if (focused !== null && !focused.isConnected) card.focus({ preventScroll: true });
}
