import type { Writer } from '../database/writer.js';
import { Claims } from '../desk/queue/claims.js';
import type { QueueFilter } from '../desk/queue/queue-filter.js';
import { memberNamed } from './company.js';

/** Who of the team has something in hand when a demonstration starts, for the five minutes that a claim lives. */
const IN_HAND: [name: string, filter: QueueFilter][] = [
  ['Nadia Kherfi', { category: 'documents', kind: 'thread' }],
  ['Nadia Kherfi', { author: 'Franc-parleur' }],
  ['Firmin Dastugue', { category: 'documents', kind: 'edit' }],
];

/** With nobody else at work, the desk would not show how a team uses it together. */
export async function colleaguesAtWork(writer: Writer, now: Date): Promise<void> {
  const claims = new Claims(writer);
  for (const [name, filter] of IN_HAND) await claims.takeOldest(await memberNamed(writer, name), { filter, now }, now);
}
