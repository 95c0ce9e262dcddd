import { askedOnce } from '../database/asked-once.js';
import { isAway } from '../database/away.js';
import { Writer } from '../database/writer.js';
import { Conflict, Problem } from '../errors/errors.js';
import type { Candidate } from '../submissions/candidate.js';
import type { Draft } from '../submissions/draft.js';
import { kindOf } from '../submissions/kinds.js';
import type { Stored } from '../submissions/sent-before.js';
import { endsWithItsRow, storeTogether } from '../submissions/store-together.js';
import { Submissions } from '../submissions/submissions.js';
import type { Visitor } from '../visitors/visitor.js';

export interface GuestsReply {
  visitor: Visitor;
  draft: Draft;
  now: Date;
}

interface Waiting<Answer> {
  sent: GuestsReply;
  alone: () => Promise<Answer>;
  answered: PromiseWithResolvers<Stored | Answer>;
}

/** What became of one: null where it has to be sent alone. */
type Outcome = Stored | Problem | null;

/** In one transaction: with many more of them the first would wait noticeably for the last. */
const MOST = 20;
/** For how many milliseconds the next ones wait at most, should a transaction be kept waiting itself. */
const LONGEST = 50;

/**
 * The thread of a guest's reply that is nothing but words; null for all else. The reply of somebody who is known may
 * appear at once.
 */
export function sharedThread(visitor: Visitor, draft: Draft): number | null {
  const isPlain = visitor.isGuest && draft.email === '' && (draft.documents ?? []).length === 0;
  return isPlain ? (kindOf(draft).joins?.(draft) ?? null) : null;
}

/**
 * Guests' replies to one thread that come while another one is being stored wait for it, and are then stored by one
 * transaction: beginning and ending one, telling its news and writing a row into so many indexes costs more than all
 * that belongs to each of them.
 *
 * Each is locked and asked for as if it were alone. What PostgreSQL refuses is done again, each of them alone, since
 * one of them is to blame and nobody knows which. Those of one thread only, because they lock it: of two threads they
 * could wait crosswise for whoever merges these.
 */
export class JointReplies {
  /** By thread, which stands here while one of its transactions is under way. */
  private readonly waiting = new Map<number, Waiting<unknown>[]>();

  constructor(
    private readonly writer: Writer,
    private readonly submissions: Submissions,
  ) {}

  /**
   * After this is answered the reply is on disk. `alone` does the same by itself, for one that has no company or can't
   * share a transaction. @throws what `alone` throws
   */
  store<Answer>(thread: number, sent: GuestsReply, alone: () => Promise<Answer>): Promise<Stored | Answer> {
    const answered = Promise.withResolvers<Stored | Answer>();
    const waiting = this.waiting.get(thread) ?? [];
    waiting.push({ sent, alone, answered } as Waiting<unknown>);
    if (!this.waiting.has(thread)) {
      this.waiting.set(thread, waiting);
      void this.storeAll(thread, waiting);
    }
    return answered.promise;
  }

  private async storeAll(thread: number, waiting: Waiting<unknown>[]): Promise<void> {
    while (waiting.length > 0) {
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, LONGEST);
      await Promise.race([this.answer(nextOf(waiting)), late.promise]);
      clearTimeout(timer);
    }
    this.waiting.delete(thread);
  }

  /** Never fails: whoever waits is told. */
  private async answer(batch: Waiting<unknown>[]): Promise<void> {
    try {
      const outcomes = batch.length === 1 ? [] : await this.storeBatch(batch.map(({ sent }) => sent));
      await Promise.all(
        batch.map(async ({ alone, answered }, at) => {
          const outcome = outcomes[at] ?? null;
          if (outcome === null) await alone().then(answered.resolve, answered.reject);
          else if (outcome instanceof Problem) answered.reject(outcome);
          else answered.resolve(outcome);
        }),
      );
    } catch (error) {
      for (const { answered } of batch) answered.reject(error);
    }
  }

  /** @throws Error when the database is away, which they have waited for long enough */
  private async storeBatch(batch: GuestsReply[]): Promise<Outcome[]> {
    try {
      return await this.writer.transaction(async (tx) => {
        // The thread and its category are the same for all of them.
        const once = askedOnce(tx);
        const looked = await Promise.allSettled(
          batch.map(({ visitor, draft, now }) => this.submissions.look(once, visitor, draft, now)),
        );
        const failures = looked.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
        const failed = failures.filter((reason) => !(reason instanceof Problem));
        if (failed.length > 0) throw failed.find((reason) => !isAway(reason)) ?? failed[0];
        const held = looked.flatMap((one) => (isHeld(one) ? [one.value.row] : []));
        const stored = await storeTogether(tx, held);
        return looked.map((one) => {
          if (one.status === 'rejected') return one.reason as Problem;
          if ('token' in one.value) return one.value;
          return isHeld(one) ? (stored.shift() ?? new Conflict('key-used')) : null;
        });
      });
    } catch (error) {
      if (isAway(error)) throw error;
      return [];
    }
  }
}

type Looked = PromiseSettledResult<Stored | Candidate>;

function isHeld(looked: Looked): looked is PromiseFulfilledResult<Candidate> {
  return looked.status === 'fulfilled' && !('token' in looked.value) && endsWithItsRow(looked.value);
}

/** Takes out those whose turn it is: of several with one key the first, for which the others have to wait. */
function nextOf(waiting: Waiting<unknown>[]): Waiting<unknown>[] {
  const next = new Map<string, Waiting<unknown>>();
  for (const one of waiting) {
    const { key } = one.sent.draft;
    if (next.size < MOST && !next.has(key)) next.set(key, one);
  }
  const left = waiting.filter((one) => next.get(one.sent.draft.key) !== one);
  waiting.splice(0, waiting.length, ...left);
  return [...next.values()];
}
