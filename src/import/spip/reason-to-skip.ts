import type { Skipped } from '../report.js';
import type { MessageRow } from './message-row.js';

/** What a status of SPIP means here; what the team writes to itself has never been for readers. */
const LEFT: Readonly<Record<string, Skipped>> = { off: 'off', spam: 'spam', redac: 'unfinished' };

/** Why a message is not brought along, or null: its text has still to be looked at. */
export function reasonToSkip({ status, object, articleStatus }: MessageRow): Skipped | null {
  if (/^priv/.test(status)) return 'internal';
  if (status !== 'publie' && status !== 'prop') return LEFT[status] ?? 'status';
  if (object !== 'article') return 'other-object';
  // Its section would reveal that the article exists.
  if (articleStatus === null) return 'article-missing';
  return articleStatus === 'publie' ? null : 'article-unpublished';
}
