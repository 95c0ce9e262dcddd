import type { Queries } from '../../database/transaction.js';
import type { TellingWay, PersonKnown } from '../../registrations/telling/known.js';

/** Somebody knows this now, and has nothing else to hear of. */
export async function learn(
  tx: Queries,
  {
    registration,
    channel,
    knows,
    toldAt,
  }: { registration: string; channel: TellingWay; knows: PersonKnown; toldAt: Date | null },
): Promise<void> {
  await tx.query(
    `update private.registration_telling set knows = $3, due_at = null, told_at = $4
     where registration_id = $1 and channel = $2`,
    [registration, channel, JSON.stringify(knows), toldAt],
  );
}
