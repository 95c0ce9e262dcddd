import { articlesOnly } from './articles-only.js';
import { blockedWords } from './blocked-words.js';
import { categoryClosed } from './category-closed.js';
import { categoryPolicy } from './category-policy.js';
import { firstPosts } from './first-posts.js';
import { guest } from './guest.js';
import { guestsNotAllowed } from './guests-not-allowed.js';
import { length } from './length.js';
import { links } from './links.js';
import { moderatorsOwnEdit } from './moderators-own-edit.js';
import type { DoorPhase, Phase } from './phase.js';
import { repeatedText } from './repeated-text.js';
import { sectionClosed } from './section-closed.js';
import { suspended } from './suspended.js';
import { threadClosed } from './thread-closed.js';
import { teamsOwnPage } from './teams-own-page.js';
import { threadLocked } from './thread-locked.js';
import { tooFast } from './too-fast.js';

/** Whether one may write here at all. Pages ask these alone, before they show a form. */
export const DOORS: readonly DoorPhase[] = [
  // Nobody writes where writing is over, whoever they are.
  sectionClosed,
  categoryClosed,
  articlesOnly,
  threadClosed,
  threadLocked,
  guestsNotAllowed,
];

/** What a contribution goes through, in this order. The first refusal counts, and all the holds before and after it. */
export const PHASES: readonly Phase[] = [
  ...DOORS,
  suspended,
  // From here on only what waits, and why, is asked; what is released here is asked nothing more.
  moderatorsOwnEdit,
  teamsOwnPage,
  // The text itself.
  blockedWords,
  length,
  links,
  repeatedText,
  // Whoever sends it.
  tooFast,
  firstPosts,
  guest,
  // Where it is sent to.
  categoryPolicy,
];
