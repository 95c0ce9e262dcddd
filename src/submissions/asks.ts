import { takesQuestions, THREAD_KINDS } from '../threads/visible.js';
import { kindsWith } from './kind.js';

const TAKING = THREAD_KINDS.filter(takesQuestions)
  .map((kind) => `'${kind}'`)
  .join(', ');

/**
 * SQL, of a submission `s` to a thread `t`: whether it could be a question. It could not as the first post, and in
 * threads that take none.
 */
export const MAY_ASK = `(s.kind in ${kindsWith('movesWithPosts')} and coalesce(s.number, 2) > 1
  and t.kind in (${TAKING}))`;

/** The same with the post `p` that it has become or changed: whether it is one. Null where it could be none. */
export const ASKS = `case when ${MAY_ASK} then coalesce(case when p.gone is null then p.question end, s.question) end`;
