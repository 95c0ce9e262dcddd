import type { VisiblePost } from '../../src/threads/visible.js';
import type { Ui } from './ui.js';

/** Why the text of a post is gone, in a sentence; of one that was moved, that it was. */
export function tombstoneOf(ui: Ui, { how, reason }: NonNullable<VisiblePost['gone']>): string {
  const { read, moving } = ui.t;
  if (how === 'moved') return moving.movedPost;
  if (how === 'withdrawn') return read.withdrawn;
  return reason === null ? read.takenDown : read.takenDownFor(ui.reason(reason));
}
