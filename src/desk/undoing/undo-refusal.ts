import { kindsWith } from '../../submissions/kind.js';
import { ABOUT_POSTS, HOLDS, THREAD_SINCE } from './thread-since.js';

/** Why something can't be undone now. */
export interface UndoRefusal {
  /** Of the catalogue. */
  code: string;
  /**
   * In SQL, on a row `d` of the log, the submission `s` that it is about, if any, and `asker`: who would undo it
   * (`desk`: the categories, null for all; `member`; `administers`) and the moment `now`.
   */
  when: string;
}

/** On a row `d` of the log: whether it was undone. */
export const UNDONE = 'exists (select 1 from desk.decision u where u.undoes = d.id)';

const ABOUT_ACCOUNTS = `('suspend', 'reinstate')`;

/** Of two rows about the same member: whether both are about their account, or both change the text of their page. */
const SAME_OF_MEMBER = `(l.detail->>'member')::int = (d.detail->>'member')::int
  and ((l.decision in ${ABOUT_ACCOUNTS} and d.decision in ${ABOUT_ACCOUNTS})
  or (l.decision in ${ABOUT_POSTS} and d.decision in ${ABOUT_POSTS}))`;

/** On a row `d` of the log: whether there is a later decision about the same thing that was not undone. */
const DECIDED_SINCE = `(exists (select 1 from desk.decision l where l.submission_id = d.submission_id and ${HOLDS})
  or (d.decision in ${ABOUT_POSTS} and exists (
    select 1 from desk.decision l where l.thread_id = d.thread_id and l.number = d.number
    and l.decision in ${ABOUT_POSTS} and ${HOLDS}))
  or ${THREAD_SINCE}
  or (d.category_id is null and d.detail ? 'member' and exists (
    select 1 from desk.decision l where l.category_id is null and l.detail ? 'member' and ${SAME_OF_MEMBER}
    and ${HOLDS})))`;

/** A thread that the asker does not moderate: for them it is not there. */
export const outOfReach = (thread: string): string =>
  `asker.desk is not null and exists (select 1 from thread x where x.id = ${thread}
    and x.category_id <> all(asker.desk))`;

/** Where posts have gone, by a decision that moved some. */
export const TO = `(d.detail->>'to')::int`;

/** On the post of a row: whether it is there no more, in one of these ways. */
export const postGone = (how = ''): string =>
  `exists (select 1 from post x where x.thread_id = d.thread_id and x.number = d.number
    and x.gone ${how === '' ? 'is not null' : `= '${how}'`})`;

/** What lies in the way of every undoing: only the last decision about a thing can be undone. */
export const WHATEVER: readonly UndoRefusal[] = [
  { code: 'undone-already', when: UNDONE },
  { code: 'withdrawn-since', when: `s.status = 'withdrawn'` },
  { code: 'decided-since', when: DECIDED_SINCE },
  {
    code: 'not-found',
    when: `(${outOfReach('d.thread_id')})
      or (s.id is not null and asker.desk is not null and coalesce(s.category_id <> all(asker.desk), true))`,
  },
];

/** The submission does not stand any more, as a decision has left it. */
export const NOT_PUBLISHED: UndoRefusal = { code: 'decided-since', when: `s.status <> 'published'` };

/** Its author has corrected what was decided about. */
export const CORRECTED: UndoRefusal = { code: 'corrected-since', when: 's.version is distinct from d.version' };

const ON_PAGE = kindsWith('standsOnPage');

/** Another text of its author's page waits, and one waits at a time. */
export const profileWaits = (submission: 's.id' | 's.appeals'): UndoRefusal => ({
  code: 'profile-waits',
  when: `exists (select 1 from desk.submission o join desk.submission x on x.author_id = o.author_id and x.id <> o.id
    where o.id = ${submission} and o.kind in ${ON_PAGE} and x.kind in ${ON_PAGE}
    and x.status in ('waiting', 'returned'))`,
});

/** The post was taken back by its author, and nothing of it is left. */
export const POST_WITHDRAWN: UndoRefusal = { code: 'withdrawn-since', when: postGone('withdrawn') };

/** The thread was merged into another one, or given back. */
export const THREAD_MOVED: UndoRefusal = {
  code: 'moved-since',
  when: 'exists (select 1 from thread x where x.id = d.thread_id and x.moved_to is not null)',
};

/** The branches of a `case` that answers the code of the first that applies. */
export function branchesOf(refusals: readonly UndoRefusal[], also = ''): string {
  return refusals.map(({ code, when }) => `when ${also}(${when}) then '${code}'`).join('\n');
}
