import { Invalid } from '../../errors/errors.js';
import type { VisibleCategory } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';

/** Whether this visitor may attach files to what they write in that category. */
export function mayAttach(
  { isGuest }: Pick<Visitor, 'isGuest'>,
  { documents }: Pick<VisibleCategory, 'documents'>,
): boolean {
  return documents === 'everyone' || (documents === 'members' && !isGuest);
}

/** @throws Invalid where somebody has sent files who may not. */
export function mustAttach(
  visitor: Pick<Visitor, 'isGuest'>,
  category: Pick<VisibleCategory, 'documents'>,
  fresh: readonly string[],
): void {
  if (fresh.length > 0 && !mayAttach(visitor, category)) throw new Invalid({ file: 'no-files-here' });
}
