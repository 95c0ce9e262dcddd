import type { Phase } from './phase.js';

/** Members of the team may publish the text of their own page without a decision; nobody else may. */
export const teamsOwnPage: Phase = ({ visitor, kind }) =>
  kind === 'profile' && visitor.isStaff ? { release: true } : undefined;
