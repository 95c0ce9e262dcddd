import { isBusy } from './busy.ts';
import { fetchPage } from './fragment.ts';
import { joinRoom } from './live-connection.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** The desk for everyone at it: the count in the masthead of any page, the list on the desk's own. */
export function startDesk(): void {
  if (document.querySelector('[data-waiting], [data-live-desk]') === null) return;
  const refresh = oneAtATime(async () => {
    if (document.querySelector('[data-live-desk]') === null) return;
    const { page } = await fetchPage(location.pathname + location.search);
    takeOver(page);
  });
  joinRoom('desk', {
    'queue-changed': ({ waiting }) => {
      for (const place of document.querySelectorAll('[data-waiting]')) place.textContent = String(waiting);
      refresh();
    },
  }, refresh);
}

/** Lines that stay are left alone: nothing moves under a finger, and nothing typed is drawn over. */
function takeOver(page: Document): void {
  const here = document.querySelector('[data-live-desk]');
  const there = page.querySelector('[data-live-desk]');
  if (here === null || there === null) return;
  takeOverAround(here, there);
  const standing = new Map([...here.children].map((line) => [idOf(line), line]));
  const coming = new Set([...there.children].map(idOf));
  for (const [id, line] of standing) if (!coming.has(id) && !inHand(line)) line.remove();
  let place = here.firstElementChild;
  for (const line of there.children) {
    const old = standing.get(idOf(line));
    if (old === undefined) {
      here.insertBefore(document.importNode(line, true), place);
      continue;
    }
    place = old.nextElementSibling;
    if (versionOf(old) !== versionOf(line) && !inHand(old)) old.replaceWith(document.importNode(line, true));
  }
}

/** The counts above the list, the words for an empty one, the way to older ones. */
function takeOverAround(here: Element, there: Element): void {
  const others = (list: Element): Element[] => [...(list.parentElement?.children ?? [])].filter((part) => part !== list);
  const isBefore = (part: Element): boolean => (part.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  for (const part of others(here)) part.remove();
  here.before(...others(there).filter(isBefore).map((part) => document.importNode(part, true)));
  here.after(...others(there).filter((part) => !isBefore(part)).map((part) => document.importNode(part, true)));
}

function inHand(line: Element): boolean {
  return isBusy(line) || line.querySelector('details[open]') !== null;
}

function idOf(line: Element): string {
  return line.querySelector<HTMLElement>('[data-submission]')?.dataset.submission ?? '';
}

function versionOf(line: Element): string {
  return line.querySelector<HTMLElement>('[data-version]')?.dataset.version ?? '';
}
