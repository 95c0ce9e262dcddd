import type { Phase } from './phase.js';

/** Releases edits by a moderator, who could accept them anyway. Only edits of one's own posts get here. */
export const moderatorsOwnEdit: Phase = ({ visitor, kind, category }) =>
  kind === 'edit' && visitor.moderatesCategory(category.id) ? { release: true } : undefined;
