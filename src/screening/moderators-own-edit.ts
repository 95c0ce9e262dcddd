import type { Phase } from './phase.js';

/** Whoever would decide about it anyway: only their own posts reach this point, nobody edits another's by sending. */
export const moderatorsOwnEdit: Phase = ({ visitor, kind, category }) =>
  kind === 'edit' && visitor.moderatesCategory(category.id) ? { release: true } : undefined;
