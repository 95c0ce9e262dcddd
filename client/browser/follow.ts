import { announce } from './announce.ts';
import { isBusy } from './busy.ts';
import { fetchPage } from './fragment.ts';
import { joinRoom } from './live-connection.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { replacePart } from './refresh-parts.ts';

const PLACE = '[data-live-follow]';

/** The author's own page changes state under their eyes, unless they are correcting the text just now. */
export function startFollow(): void {
  const token = document.querySelector<HTMLElement>(PLACE)?.dataset.liveFollow;
  if (token === undefined) return;
  const refresh = oneAtATime(async () => {
    const { page } = await fetchPage(location.pathname + location.search);
    const here = document.querySelector(PLACE);
    const there = page.querySelector(PLACE);
    if (here === null || there === null || isBusy(here) || here.textContent === there.textContent) return;
    replacePart(PLACE, page);
    announce(document.querySelector(`${PLACE} h1, ${PLACE} .flag`)?.textContent ?? '');
  });
  joinRoom(`follow:${token}`, { 'submission-changed': refresh }, refresh);
}
