import { Conflict, Invalid, NotFound } from '../../errors/errors.js';
import type { Policy } from '../../screening/policy.js';
import { ProfileEntity } from '../../threads/profile.entity.js';
import { PLAIN } from '../destination.js';
import { SIZES } from '../sizes.js';
import type { SubmissionKind } from '../submission-kind.js';
import { anotherProfileWaits } from '../waiting-profile.js';
import { untitled } from './text-length.js';

/** All are held for a moderator; only screening makes an exception for the team (teams-own-page.ts). */
const OWN_PAGE: Policy = {
  id: null,
  closed: false,
  opens: 'everyone',
  takes: [],
  guestsWrite: false,
  hold: 'all',
  acceptedUntil: 0,
  edits: 'held',
  organizers: 'as-everyone',
  closesAfter: null,
  ofArticles: false,
  documents: 'nobody',
  documentsHeld: true,
};

/** The text of a member's own page: its author is its only target. */
export const profile: SubmissionKind<object> = {
  text: { ...SIZES.profile, wrong: 'profile-length' },
  isTitled: untitled,
  screenedAs: 'profile',
  key: () => ['profile'],
  async find(tx, { member }, _draft, words) {
    if (member === null) throw new NotFound();
    const standing = await tx.repository(ProfileEntity).findOneBy({ memberId: member.id });
    if (standing?.source === words.text) throw new Invalid({ text: 'nothing-changed' });
    return { ...PLAIN, kind: 'profile', category: OWN_PAGE, thread: null, lastPostAt: null, locked: false };
  },
  async mayWait(tx, { author, id }) {
    if (author !== null && (await anotherProfileWaits(tx, author, id))) throw new Conflict('profile-waits');
  },
};
