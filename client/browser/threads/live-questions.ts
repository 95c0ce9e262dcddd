import { fetchPage } from '../kit/fragment.ts';
import { joinRoom } from '../kit/live-connection.ts';
import { replacePart } from '../kit/refresh-parts.ts';
import { soon } from '../kit/soon.ts';

const LIST = '[data-live-questions]';

/**
 * Keeps the questions of a workshop up to date. What is published may ask, answer or do neither, and an answer moves
 * its question down the list: the page itself is asked for what it shows now.
 */
export function startQuestions(): void {
  const thread = Number(document.querySelector<HTMLElement>(LIST)?.dataset.liveQuestions);
  const refresh = soon(() => void fetchPage(location.pathname + location.search).then(({ page }) => show(page), gone));
  const hear = (message: { thread: number }): void => void (message.thread === thread && refresh());
  joinRoom(`thread:${thread}`, { 'post-published': hear, 'post-changed': hear, 'post-taken-down': hear }, refresh);
}

function show(page: Document): void {
  const focused = document.activeElement?.closest(`${LIST} a`)?.getAttribute('href');
  for (const selector of ['.title .lede', LIST]) replacePart(selector, page);
  // Whoever was at a link goes on from there.
  if (focused)
    document.querySelector<HTMLElement>(`${LIST} a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

/** The next news, or the next connection, asks again. */
function gone(): void {}
