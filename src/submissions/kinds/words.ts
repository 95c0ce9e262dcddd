import { Invalid, NotFound } from '../../errors/errors.js';
import { isSuspendedAt } from '../../members/suspension.js';
import { PLAIN } from '../destination.js';
import { RUNS_WORKSHOP } from '../runs-workshop.js';
import type { SubmissionKind } from '../submission-kind.js';
import { inThread } from './in-thread.js';
import { MESSAGE, untitled } from './text-length.js';

export interface WordsTarget {
  thread: number;
  /** `all` who have registered, `line`: those in the line, or the id of a part. */
  to: string;
}

/** What hosts write to those who have registered for their workshop: read by them alone, and held like an edit. */
export const words: SubmissionKind<WordsTarget> = {
  text: MESSAGE,
  isTitled: untitled,
  screenedAs: 'edit',
  key: ({ thread, to }) => ['words', thread, to],
  async find(tx, visitor, { thread, to }, _words, now) {
    const { category, lastPostAt, locked } = await inThread(tx, visitor, thread);
    const [workshop] = await tx.query<{ parts: string[] }>(
      `select array(select p.id::text from workshop_part p where p.thread_id = w.thread_id) as parts
       from workshop w join private.workshop_host h on h.thread_id = w.thread_id
       join member m on m.id = h.member_id join private.account a on a.member_id = m.id
       where w.thread_id = $1 and m.id = $2 and not ${isSuspendedAt('$3')} and ${RUNS_WORKSHOP}`,
      [thread, visitor.member?.id ?? null, now],
    );
    if (workshop === undefined) throw new NotFound();
    if (!['all', 'line', ...workshop.parts].includes(to)) throw new Invalid({ to: 'wrong-value' });
    return { ...PLAIN, kind: 'words', category, thread, lastPostAt, locked, opens: 'workshop' };
  },
};
