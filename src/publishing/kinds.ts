import type { Kind } from '../submissions/kind.js';
import { placed } from '../submissions/submission-row.js';
import { asPost } from './as-post.js';
import { firstInNewThread, nextInSection, nextInThread } from './next-place.js';
import { ownerOf, publishProfile, withdrawProfile } from './profiles.js';
import type { PublishingKind } from './publishing-kind.js';
import { words } from './workshops/words.js';
import { replacePost } from './replace-post.js';

const edit: PublishingKind = { publish: (tx, row, at, { hand }) => replacePost(tx, placed(row), at, hand) };

const profile: PublishingKind = {
  async publish(tx, row, at) {
    await publishProfile(tx, row, at);
    return null;
  },
  withdraw: withdrawProfile,
  detail: (row) => ({ member: ownerOf(row) }),
};

/**
 * How publish() publishes each kind; null for kinds that are decided but never published themselves. One of the four
 * tables that say what a kind does, beside those of src/submissions, src/desk and src/web/writing: see
 * docs/adding-a-kind.md.
 */
export const PUBLISHING_KINDS: Record<Kind, PublishingKind | null> = {
  thread: { publish: asPost(firstInNewThread) },
  workshop: { publish: asPost(firstInNewThread) },
  case: { publish: asPost(firstInNewThread) },
  reply: { publish: asPost(nextInThread), standsBehind: true },
  step: { publish: asPost(nextInThread) },
  words,
  comment: { publish: asPost(nextInSection) },
  edit,
  profile,
  report: null,
  appeal: null,
};
