import type { DeskCard as Card } from '../../src/desk/card.js';

/** Whether whoever looks has agreed already, so that somebody else is awaited. */
export function isAgreedBy({ agreement }: Pick<Card, 'agreement'>, me: number | null): boolean {
  return agreement !== null && me !== null && agreement.members.includes(me);
}
