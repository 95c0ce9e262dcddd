import type { DeskCard as Card } from '../../src/desk/queue/card.js';

/** Whether this moderator has agreed already, so that a colleague has to agree next. */
export function isAgreedBy({ agreement }: Pick<Card, 'agreement'>, me: number | null): boolean {
  return agreement !== null && me !== null && agreement.members.includes(me);
}
