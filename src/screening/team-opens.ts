import type { DoorPhase } from './phase.js';

/** Where only the team and organizers open threads; whoever may write there answers them. */
export const teamOpens: DoorPhase = ({ visitor, kind, category }) =>
  kind === 'thread' && category.opens === 'team' && visitor.audience !== 'staff'
    ? { refuse: 'team-opens' }
    : undefined;
