import type { ThreadKind } from '../threads/visible.js';
import type { Visitor } from '../visitors/visitor.js';
import type { Phase } from './phase.js';
import type { Policy } from './policy.js';

/** Releases workshops of organizers, and what they change of those that they run, where the category says so. */
export const organizersWorkshop: Phase = ({ visitor, category, opens }) =>
  announcesAtOnce(visitor, category, opens) ? { release: true } : undefined;

export function announcesAtOnce(
  { role }: Visitor,
  { organizers }: Pick<Policy, 'organizers'>,
  opens: ThreadKind,
): boolean {
  return opens === 'workshop' && organizers === 'at-once' && (role === 'organizer' || role === 'administrator');
}
