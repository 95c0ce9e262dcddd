import type { Phase } from './phase.js';

/** Of all who have a page, the team alone says on it what it likes without being read first. */
export const teamsOwnPage: Phase = ({ visitor, kind }) => (kind === 'profile' && visitor.isStaff ? { release: true } : undefined);
