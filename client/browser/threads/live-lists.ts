import { FreshBar } from '../kit/fresh-bar.ts';
import { fetchPage, readElement } from '../kit/fragment.ts';
import { joinRoom } from '../kit/live-connection.ts';
import { oneAtATime } from '../kit/one-at-a-time.ts';

/** New threads in the lists of a page (home, a category): behind the bar, since they come at the top. */
export function startLists(): void {
  const bar = FreshBar.find();
  const lists = [...document.querySelectorAll<HTMLElement>('[data-live-category]')];
  if (bar === null || lists.length === 0) return;
  const held = new Map<string, { list: HTMLElement; row: HTMLElement }>();

  const isKnown = (list: HTMLElement, thread: string): boolean =>
    held.has(thread) || list.querySelector(`[data-thread="${CSS.escape(thread)}"]`) !== null;
  const hold = (list: HTMLElement, row: HTMLElement): void => {
    const thread = row.dataset.thread ?? '';
    if (isKnown(list, thread)) return;
    held.set(thread, { list, row });
    bar.add(null);
  };
  const leave = (thread: string): void => {
    if (held.delete(thread)) bar.drop();
    for (const row of document.querySelectorAll(`li[data-thread="${CSS.escape(thread)}"]`)) row.remove();
  };
  bar.onPress((event) => {
    // On pages with shortened lists, the link loads the page again.
    if (event.ctrlKey || event.metaKey || event.shiftKey || lists[0]?.dataset.liveRows === undefined) return;
    event.preventDefault();
    for (const { list, row } of held.values()) list.prepend(row);
    const first = [...held.values()].pop()?.row;
    held.clear();
    bar.clear();
    first?.querySelector('a')?.focus();
  });

  const isNewer = (list: HTMLElement, thread: string): boolean => Number(thread) > Number(list.dataset.newest ?? 0);
  // Loads the page again to find threads that were published between its drawing and the entry into the room.
  const catchUp = oneAtATime(async () => {
    const { page } = await fetchPage(location.pathname + location.search);
    for (const list of lists) {
      const now = page.querySelector(`[data-live-category="${CSS.escape(list.dataset.liveCategory ?? '')}"]`);
      for (const row of [...(now?.querySelectorAll<HTMLElement>('[data-thread]') ?? [])].reverse()) {
        if (isNewer(list, row.dataset.thread ?? '')) hold(list, document.importNode(row, true));
      }
    }
  });
  for (const list of lists) {
    const drawn = [...list.querySelectorAll<HTMLElement>('[data-thread]')].map((row) => Number(row.dataset.thread));
    list.dataset.newest = String(Math.max(0, ...drawn));
    joinRoom(
      `category:${list.dataset.liveCategory}`,
      {
        'thread-published': (message) => {
          const row = message.category === list.dataset.liveCategory ? readElement(message.html) : null;
          if (row !== null) hold(list, row);
        },
        'thread-left': (message) => {
          if (message.category === list.dataset.liveCategory) leave(String(message.thread));
        },
      },
      // The others would not stand on the page.
      (last) => {
        const top = last?.split(' ').slice(0, Number(list.dataset.most));
        if (top?.some((thread) => isNewer(list, thread) && !isKnown(list, thread)) ?? true) catchUp();
      },
    );
  }
}
