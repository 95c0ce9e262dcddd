import { forgetTicks } from './desk-ticks.ts';
import { refreshParts } from '../kit/refresh-parts.ts';

const PAUSE = 1_000;

/** Shows on the page of a bulk how far the work is, until it is over. */
export function startBulk(): void {
  if (document.querySelector('[data-bulk-page]') === null) return;
  forgetTicks();
  const timer = setInterval(() => {
    if (document.querySelector('[data-bulk="running"]') === null) return clearInterval(timer);
    refreshParts('[data-bulk-page]');
  }, PAUSE);
}
