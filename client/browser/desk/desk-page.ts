import { startBulk } from './bulk.ts';
import { startClaims } from './desk-claims.ts';
import { startContexts } from './desk-context.ts';
import { startDeciding } from './desk-decide.ts';
import { Hand } from './desk-hand.ts';
import { startKeys } from './desk-keys.ts';
import { takeOver } from './desk-list.ts';
import { fetchPage } from '../kit/fragment.ts';
import { oneAtATime } from '../kit/one-at-a-time.ts';
import { startReasonWords } from './reason-words.ts';
import { startTicks } from './desk-ticks.ts';

const MINUTE = 60_000;

/** The script of the desk's own pages. Answers how the list is drawn anew from the server. */
export function startDeskPage(): () => void {
  const list = document.querySelector<HTMLElement>('[data-live-desk]');
  startReasonWords();
  startBulk();
  startContexts();
  startClaims();
  if (list === null) return () => undefined;
  const hand = new Hand(list);
  const keys = startKeys(hand);
  const ticks = startTicks();
  const refresh = oneAtATime(async () => {
    const { page } = await fetchPage(placeOfPage());
    takeOver(list, page);
    hand.settle();
    keys.settle();
    ticks.settle();
  });
  startDeciding(list, hand, refresh);
  // Waiting times grow, claims end and colleagues leave without any news; each request also marks this moderator as
  // present.
  setInterval(() => {
    if (document.visibilityState === 'visible') refresh();
  }, MINUTE);
  return refresh;
}

/** The address of this page without the parts that were about one answer only. */
function placeOfPage(): string {
  const { pathname, searchParams } = new URL(location.href);
  searchParams.delete('done');
  searchParams.delete('hand');
  const query = searchParams.toString();
  return query === '' ? pathname : `${pathname}?${query}`;
}
