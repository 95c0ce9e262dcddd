import { articlesOnly } from './articles-only.js';
import { blockedWords } from './blocked-words.js';
import { categoryClosed } from './category-closed.js';
import { categoryPolicy } from './category-policy.js';
import { documents } from './documents.js';
import { firstPosts } from './first-posts.js';
import { guest } from './guest.js';
import { guestsNotAllowed } from './guests-not-allowed.js';
import { length } from './length.js';
import { links } from './links.js';
import { moderatorsOwnEdit } from './moderators-own-edit.js';
import { organizersWorkshop } from './organizers-workshop.js';
import type { DoorPhase, Phase } from './phase.js';
import { repeatedText } from './repeated-text.js';
import { sectionClosed } from './section-closed.js';
import { suspended } from './suspended.js';
import { threadClosed } from './thread-closed.js';
import { teamOpens } from './team-opens.js';
import { teamsOwnPage } from './teams-own-page.js';
import { threadLocked } from './thread-locked.js';
import { tooFast } from './too-fast.js';

/** Whether one may write here at all. Pages ask these alone, before they show a form. */
export const DOORS: readonly DoorPhase[] = [
  // These refuse everybody, moderators too, where nothing more can be written.
  sectionClosed,
  categoryClosed,
  articlesOnly,
  threadClosed,
  threadLocked,
  guestsNotAllowed,
  teamOpens,
];

/** All phases, asked in this order. The first refusal is the answer; without one, all holds count together. */
export const PHASES: readonly Phase[] = [
  ...DOORS,
  suspended,
  // Before all that releases: a file of the team is looked at, too.
  documents,
  // From here on phases only decide whether a contribution waits, and why; only a blocked word still refuses. When a
  // phase releases it, the later ones are not asked.
  moderatorsOwnEdit,
  organizersWorkshop,
  teamsOwnPage,
  // The text itself.
  blockedWords,
  length,
  links,
  repeatedText,
  // The person who sends it.
  tooFast,
  firstPosts,
  guest,
  // Where it is sent to.
  categoryPolicy,
];
