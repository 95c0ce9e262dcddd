import { LRUCache } from 'lru-cache';
import { h } from 'preact';
import { AccountMenu } from '../../../client/kit/account-menu.js';
import { TeamNav, isOfTeam } from '../../../client/kit/team-nav.js';
import type { AccountView, Ui } from '../../../client/kit/ui.js';
import { htmlOf } from './html-of.js';

/** The slots of the frame that say who looks. */
export type Frame = Record<'account' | 'work', string>;

/**
 * Milliseconds for which a frame is kept, with the name that it shows: as long as somebody usually goes from page to
 * page.
 */
const A_WHILE = 300_000;
/** The frame is the same on each page that a member opens, until something new waits for them. */
const drawn = new LRUCache<string, Frame>({ max: 1_000, ttl: A_WHILE, ttlAutopurge: true });

/** Drawn once for all pages that show the same, whatever is between masthead and foot. */
export function frameOf(ui: Ui, account: AccountView | null): Frame {
  if (account === null) return { account: htmlOf(h(AccountMenu, { ui, account })), work: '' };
  const key = JSON.stringify([ui.language, account.name, account.role, account.waiting, account.notices, placeOf(ui)]);
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const frame = { account: htmlOf(h(AccountMenu, { ui, account })), work: htmlOf(h(TeamNav, { ui, account })) };
  drawn.set(key, frame);
  return frame;
}

/**
 * The address of the page where the frame marks one of its links as the present page; empty for all other pages, which
 * have the same frame.
 */
function placeOf({ path }: Ui): string {
  return path === '/me' || path.startsWith('/me/') || isOfTeam(path) ? path : '';
}
