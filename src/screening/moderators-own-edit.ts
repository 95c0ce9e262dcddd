import type { Phase } from './phase.js';

/** Releases edits and proposals by a moderator, who could accept them anyway. */
export const moderatorsOwnEdit: Phase = ({ visitor, kind, category }) =>
  (kind === 'edit' || kind === 'proposal') && visitor.moderatesCategory(category.id) ? { release: true } : undefined;
