import { takesQuestions, THREAD_KINDS } from '../threads/visible.js';
import { kindsWith } from './kind.js';

const TAKING = THREAD_KINDS.filter(takesQuestions)
  .map((kind) => `'${kind}'`)
  .join(', ');

/**
 * SQL, of a submission `s` to a thread `t` whose post `p` is the one that it has become or changed: whether it is a
 * question. Null where it could be none: the first post, and threads that take none.
 */
export const ASKS = `case when s.kind in ${kindsWith('movesWithPosts')} and coalesce(s.number, 2) > 1
  and t.kind in (${TAKING}) then coalesce(case when p.gone is null then p.question end, s.question) end`;
