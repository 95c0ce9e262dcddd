import { isBusy, isTyped } from '../kit/busy.ts';

/**
 * Updates the list to the page that the server sent. Lines that are in both stay untouched, so that nothing moves
 * under a finger and no typed text is lost.
 */
export function takeOver(here: HTMLElement, page: Document): void {
  const there = page.querySelector<HTMLElement>('[data-live-desk]');
  if (there === null) return;
  here.dataset.liveDesk = there.dataset.liveDesk;
  takeOverAround(here, there);
  const standing = new Map([...here.children].map((line) => [idOf(line), line]));
  const coming = new Set([...there.children].map(idOf));
  for (const line of [...here.children])
    if (!coming.has(idOf(line)) && !isKept(line) && !isInHand(line)) line.remove();
  // A page that was requested before a decision may arrive after it.
  const decided = new Set(
    [...here.querySelectorAll<HTMLElement>('[data-decided]')].map(({ dataset }) => dataset.decided),
  );
  let place = here.firstElementChild;
  for (const line of there.children) {
    if (decided.has(idOf(line))) continue;
    const old = standing.get(idOf(line));
    if (old === undefined) {
      here.insertBefore(document.importNode(line, true), place);
      continue;
    }
    place = old.nextElementSibling;
    if (stateOf(old) === stateOf(line)) takeOverAge(old, line);
    else if (isKept(old) || isInHand(old)) takeOverClaim(old, line);
    else replaceLine(old, document.importNode(line, true));
  }
}

/** Updates what is around the list: counts and filters, the words for an empty list, the link to older cards. */
function takeOverAround(here: Element, there: Element): void {
  const others = (list: Element): Element[] =>
    [...(list.parentElement?.children ?? [])].filter((part) => part !== list && !isLeft(part));
  const isBefore = (part: Element): boolean =>
    (part.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  if (others(here).some(isBusy)) return;
  for (const part of others(here)) part.remove();
  here.before(
    ...others(there)
      .filter(isBefore)
      .map((part) => document.importNode(part, true)),
  );
  here.after(
    ...others(there)
      .filter((part) => !isBefore(part))
      .map((part) => document.importNode(part, true)),
  );
}

/**
 * Whether this part is the line that offers to undo, which stays: it is about a past decision, not about the queue.
 */
function isLeft(part: Element): boolean {
  return part.classList.contains('toast');
}

function takeOverClaim(old: Element, line: Element): void {
  const [card, fresh] = [cardOf(old), cardOf(line)];
  if (card === null || fresh === null || (card.dataset.claim ?? '') === (fresh.dataset.claim ?? '')) return;
  card.dataset.claim = fresh.dataset.claim ?? '';
  card.querySelector('.claim')?.remove();
  const claim = fresh.querySelector('.claim');
  if (claim !== null) card.querySelector('.acts')?.prepend(document.importNode(claim, true));
}

/** Updates the waiting times of lines that stay. The age of an opened card is a link. */
function takeOverAge(old: Element, line: Element): void {
  const now = line.querySelector('.age')?.textContent ?? '';
  [...old.querySelectorAll('.age, .age a')].pop()?.replaceChildren(now);
}

function replaceLine(old: Element, line: Element): void {
  const focused = document.activeElement === cardOf(old);
  old.replaceWith(line);
  const card = cardOf(line);
  if (!focused || card === null) return;
  // The server leaves `tabindex` out of a folded card, and without it a card cannot take the focus.
  card.tabIndex = -1;
  card.focus({ preventScroll: true });
}

/**
 * Whether the line shows an answer that the moderator has not read yet, or waits for one: the news of a decision may
 * arrive before the answer to the form that made it.
 */
function isKept(line: Element): boolean {
  return line.hasAttribute('data-kept') || line.hasAttribute('aria-busy');
}

function isInHand(line: Element): boolean {
  if (line.querySelector('details[open]') !== null) return true;
  // The focus on a whole card only marks the position in the list and is no sign that somebody works on it.
  return document.activeElement === cardOf(line) ? isTyped(line) : isBusy(line);
}

function cardOf(line: Element): HTMLElement | null {
  return line.querySelector<HTMLElement>('[data-submission]');
}

function idOf(line: Element): string {
  return cardOf(line)?.dataset.submission ?? '';
}

function stateOf(line: Element): string {
  const { version, claim = '', agreed } = cardOf(line)?.dataset ?? {};
  return `${version} ${claim} ${agreed}`;
}
