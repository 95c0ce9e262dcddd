import { z } from 'zod';
import { TEAM_VIEWS } from '../../../client/workshops/team-views.js';
import { REGISTRATION_STATES } from '../../registrations/registration-states.js';
import { wholeNumber } from '../kit/address-parts.js';

const typed = z.string().max(200).default('');
/** The date that the page shows; a wrong one shows the next one. */
const date = z.uuid().optional().catch(undefined);
const show = z.enum(TEAM_VIEWS).optional().catch(undefined);

export const teamQuery = z.object({ date, show, done: z.uuid().optional().catch(undefined) });
export const listQuery = z.object({ date });
export const sentTeam = z.strictObject({
  action: z.enum(['arrive', 'walk-in', 'erase'], 'wrong-value'),
  code: typed,
  persons: typed,
  date,
  key: typed,
});
export const sentArrival = z.strictObject({
  action: z.enum(['admit', 'decline', 'arrive', 'undo'], 'wrong-value'),
  date,
  show,
  was: z.enum(REGISTRATION_STATES).optional().catch(undefined),
});
export const registrationOfTeam = z.strictObject({ id: wholeNumber, registration: z.uuid() });

export type TeamQuery = z.infer<typeof teamQuery>;
export type ListQuery = z.infer<typeof listQuery>;
export type SentTeam = z.infer<typeof sentTeam>;
export type SentArrival = z.infer<typeof sentArrival>;
export type RegistrationOfTeam = z.infer<typeof registrationOfTeam>;
