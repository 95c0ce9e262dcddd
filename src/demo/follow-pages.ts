import type { Writer } from '../database/writer.js';
import { Conflict } from '../errors/errors.js';
import { dated } from './calendar.js';
import { chapters } from './chapters.js';
import { Dice } from './dice.js';
import { Stage } from './stage.js';
import type { Unpublished } from './unpublished.js';
import { unpublished } from './waiting.js';

/** What somebody without an account sees of their own message, by the label of the message. */
const PAGES = {
  waiting: 'waits',
  returned: 'was sent back',
  refused: 'was refused',
  appealed: 'appeal waits',
  granted: 'appeal was granted',
};

export interface FollowPage {
  what: string;
  name: string;
  /** Begins with a slash. */
  path: string;
}

/**
 * Follow pages of guests. Their addresses are stored nowhere; the same words are sent again under the same key, and
 * are answered as they were the first time. A page is left out when its message has changed so much that this fails.
 */
export async function followPages(writer: Writer, now: Date): Promise<FollowPage[]> {
  const stage = new Stage(writer, new Map());
  for (const { id, title } of await writer.query<{ id: number; title: string }>('select id, title from thread'))
    stage.threads.set(title, id);
  const dice = new Dice('Saint-Orain');
  const all = unpublished(chapters().map((chapter) => dated(chapter, now, dice)));
  const found: FollowPage[] = [];
  for (const [label, what] of Object.entries(PAGES)) {
    const one = all.find((each) => each.label === label);
    const path = one === undefined ? null : await pathOf(stage, one, label, now);
    if (one !== undefined && path !== null) found.push({ what, name: one.by, path });
  }
  return found;
}

async function pathOf(
  stage: Stage,
  { by, email = '', words }: Unpublished,
  label: string,
  now: Date,
): Promise<string | null> {
  try {
    const { token } = await stage.writer.transaction((tx) =>
      stage.send(tx, label, { name: by, email }, words(stage), now),
    );
    return `/follow/${token}`;
  } catch (problem) {
    if (problem instanceof Conflict) return null;
    throw problem;
  }
}
