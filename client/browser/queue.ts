import { isBusy } from './busy.ts';
import { fetchPage } from './fragment.ts';
import { joinRoom } from './live-connection.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** The desk for everyone at it: the count in the masthead of any page, the list on the desk's own. */
export function startDesk(): void {
  if (document.querySelector('[data-waiting]') === null) return;
  const refresh = oneAtATime(async () => {
    if (document.querySelector('[data-desk-part]') === null) return;
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

/** Cards come and go around the one in hand, which is never drawn anew while somebody works in it. */
function takeOver(page: Document): void {
  const here = document.querySelector('[data-desk-part]');
  const there = page.querySelector('[data-desk-part]');
  if (here === null || there === null) return;
  const list = here.querySelector('[data-live-desk]');
  const now = there.querySelector('[data-live-desk]');
  if (list === null || now === null || !isBusy(here)) {
    if (!isBusy(here)) here.replaceWith(document.importNode(there, true));
    return;
  }
  const standing = new Map([...list.children].map((line) => [idOf(line), line]));
  const coming = new Set([...now.children].map(idOf));
  for (const [id, line] of standing) if (!coming.has(id) && !isBusy(line)) line.remove();
  // Lines that stay are never moved: moving one takes the focus out of it.
  let place = list.firstElementChild;
  for (const line of now.children) {
    const old = standing.get(idOf(line));
    if (old === undefined) {
      list.insertBefore(document.importNode(line, true), place);
      continue;
    }
    place = old.nextElementSibling;
    if (!isBusy(old)) old.replaceWith(document.importNode(line, true));
  }
}

function idOf(line: Element): string {
  return line.querySelector<HTMLElement>('[data-submission]')?.dataset.submission ?? '';
}
