import { z } from 'zod';
import { SCOPES } from '../../registrations/changed-dates.js';
import { DATE_ACTS, HOST_ACTS } from '../../publishing/workshops/workshop-act.js';
import { wholeNumber } from '../kit/address-parts.js';
import { decisionPath } from '../kit/path-parts.js';

/** What hosts send. Texts are checked where the workshop is known. */
const typed = z.string().max(200).default('');

export const sentHost = z.strictObject({ action: z.enum(HOST_ACTS, 'wrong-value'), member: typed });
export const sentDate = z.strictObject({
  action: z.enum([...DATE_ACTS, 'choose'], 'wrong-value'),
  scope: z.enum(SCOPES, 'wrong-value').default('one'),
  start: typed,
  end: typed,
  reason: typed,
  seats: typed,
});
export const sentNewDate = z.strictObject({ start: typed, end: typed, seats: typed });

export type SentHost = z.infer<typeof sentHost>;
export type SentDate = z.infer<typeof sentDate>;
export type SentNewDate = z.infer<typeof sentNewDate>;

export const datePath = z.strictObject({ id: wholeNumber, date: z.uuid() });
export const actPath = z.strictObject({ id: wholeNumber, act: decisionPath.shape.id });
/** The act just done; an odd one says nothing. */
export const actQuery = z.object({ act: decisionPath.shape.id.optional().catch(undefined) });

export type DatePath = z.infer<typeof datePath>;
export type ActPath = z.infer<typeof actPath>;
export type ActQuery = z.infer<typeof actQuery>;
