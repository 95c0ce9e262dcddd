import { fetchPage } from '../kit/fragment.ts';
import { joinRoom } from '../kit/live-connection.ts';
import { replacePart } from '../kit/refresh-parts.ts';
import { soon } from '../kit/soon.ts';

const LIST = '[data-live-questions]';

/**
 * Keeps the questions of a workshop up to date. A message that is published may be a question, an answer or neither,
 * and an answer moves its question down the list: so the page itself is asked for what it shows now.
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
  // If a link had the focus, the same link gets it again.
  if (focused)
    document.querySelector<HTMLElement>(`${LIST} a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

/** Does nothing when the page could not be fetched: the next news, or the next connection, asks again. */
function gone(): void {}
