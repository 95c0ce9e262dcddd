import { Invalid } from '../../errors/errors.js';
import { takesQuestions, type ThreadKind } from '../../threads/visible.js';

/** @throws Invalid where nothing can be asked: in other threads, and by what announces a workshop. */
export function mustTakeQuestions(kind: ThreadKind, number: number | null): void {
  if (!takesQuestions(kind)) throw new Invalid({ sort: 'no-questions-here' });
  if (number === 1) throw new Invalid({ sort: 'announcement-asks-nothing' });
}
