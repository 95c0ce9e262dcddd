import { announce } from '../kit/announce.ts';
import { isBusy } from '../kit/busy.ts';
import { fetchPage } from '../kit/fragment.ts';
import { joinRoom } from '../kit/live-connection.ts';
import { oneAtATime } from '../kit/one-at-a-time.ts';
import { replacePart } from '../kit/refresh-parts.ts';
import { showCopying, startCopying } from './copy.ts';

const PLACE = '[data-live-follow]';

/**
 * Lets addresses be copied, and updates the author's follow page live, unless the author is correcting the text at
 * that moment.
 */
export function startFollow(): void {
  startCopying();
  const token = document.querySelector<HTMLElement>(PLACE)?.dataset.liveFollow;
  if (token === undefined) return;
  const refresh = oneAtATime(async () => {
    const { page } = await fetchPage(location.pathname + location.search);
    const here = document.querySelector(PLACE);
    const there = page.querySelector(PLACE);
    if (here === null || there === null || isBusy(here) || here.textContent === there.textContent) return;
    replacePart(PLACE, page);
    showCopying();
    announce(document.querySelector(`${PLACE} h1, ${PLACE} .flag`)?.textContent ?? '');
  });
  joinRoom(`follow:${token}`, { 'submission-changed': refresh }, refresh);
}
