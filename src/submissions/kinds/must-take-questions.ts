import { Invalid } from '../../errors/errors.js';
import { takesQuestions, type ThreadKind } from '../../threads/visible.js';
import { type Kind, propertiesOf } from '../kind.js';

interface Asker {
  kind: Kind;
  /** Null where it has none. */
  threadKind: ThreadKind | null;
  /** Of its post; null while it has none. */
  number: number | null;
}

/**
 * @throws Invalid where nothing can be asked: in other threads, by what announces a workshop, and by what is read
 * elsewhere than among its posts.
 */
export function mustTakeQuestions({ kind, threadKind, number }: Asker): void {
  if (threadKind === null || !takesQuestions(threadKind) || !propertiesOf(kind).movesWithPosts)
    throw new Invalid({ sort: 'no-questions-here' });
  if (number === 1) throw new Invalid({ sort: 'announcement-asks-nothing' });
}
