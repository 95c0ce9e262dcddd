import { setTimeout as pause } from 'node:timers/promises';
import { isAway } from './away.js';

interface Waiting<Act, Answer> {
  act: Act;
  answered: PromiseWithResolvers<Answer>;
}

/** How acts of one kind are done. */
export interface ActsDoing<Act, Answer> {
  /** One by itself. */
  alone(act: Act): Promise<Answer>;
  /**
   * Several in one transaction. Of each what `alone` would answer, the error that it would throw, or null for one that
   * cannot share the transaction: then it has written nothing.
   */
  together(acts: readonly Act[]): Promise<(Answer | Error | null)[]>;
  /** Of two with the same key the second one waits for what becomes of the first. */
  keyOf(act: Act): string;
}

/** In one transaction: with many more of them the first would wait noticeably for the last. */
const MOST = 20;
/** For how many milliseconds the next ones wait at most, should a transaction be kept waiting itself. */
const LONGEST = 50;
/** After so many milliseconds that brought nothing new, nobody is about to come. */
const QUIET = 2;

/**
 * Acts that come while another one is being done wait for it, and are then done by one transaction: beginning and
 * ending one, telling its news and writing to so many indexes costs more than all that belongs to each of them. So
 * nothing has to be set: an act that comes alone waits for nobody, and the more come, the more share a transaction.
 *
 * Where several have shared one, the next begins when as many have come again, or when nobody has come for two
 * milliseconds. Whoever was answered is sending again by then. Otherwise the quickest of ten would have a transaction
 * for itself each time, while the nine others wait for it, and would pay as much as they do together.
 *
 * What PostgreSQL refuses is done again, each of them alone, since one of them is to blame and nobody knows which.
 */
export class JointActs<Act, Answer> {
  /** By line, which stands here while one of its transactions is under way. */
  private readonly lines = new Map<number, Waiting<Act, Answer>[]>();

  constructor(private readonly doing: ActsDoing<Act, Answer>) {}

  /** After this is answered it is on disk. Only acts of one line share a transaction. @throws what `alone` throws */
  do(line: number, act: Act): Promise<Answer> {
    const answered = Promise.withResolvers<Answer>();
    const waiting = this.lines.get(line) ?? [];
    waiting.push({ act, answered });
    if (!this.lines.has(line)) {
      this.lines.set(line, waiting);
      void this.doAll(line, waiting);
    }
    return answered.promise;
  }

  private async doAll(line: number, waiting: Waiting<Act, Answer>[]): Promise<void> {
    while (waiting.length > 0) {
      const batch = this.nextOf(waiting);
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, LONGEST);
      await Promise.race([this.answer(batch), late.promise]);
      clearTimeout(timer);
      if (batch.length > 1 || waiting.length > 0) await allHaveCome(waiting, batch.length + waiting.length);
    }
    this.lines.delete(line);
  }

  /** Never fails: whoever waits is told. */
  private async answer(batch: Waiting<Act, Answer>[]): Promise<void> {
    try {
      const outcomes = batch.length === 1 ? [] : await this.outcomes(batch.map(({ act }) => act));
      await Promise.all(
        batch.map(async ({ act, answered }, at) => {
          const outcome = outcomes[at] ?? null;
          if (outcome === null) await this.doing.alone(act).then(answered.resolve, answered.reject);
          else if (outcome instanceof Error) answered.reject(outcome);
          else answered.resolve(outcome);
        }),
      );
    } catch (error) {
      for (const { answered } of batch) answered.reject(error);
    }
  }

  /** @throws Error when the database is away, which they have waited for long enough */
  private async outcomes(acts: readonly Act[]): Promise<(Answer | Error | null)[]> {
    try {
      return await this.doing.together(acts);
    } catch (error) {
      if (isAway(error)) throw error;
      return [];
    }
  }

  /** Takes out those whose turn it is: of several with one key the first, for which the others have to wait. */
  private nextOf(waiting: Waiting<Act, Answer>[]): Waiting<Act, Answer>[] {
    const next = new Map<string, Waiting<Act, Answer>>();
    for (const one of waiting) {
      const key = this.doing.keyOf(one.act);
      if (next.size < MOST && !next.has(key)) next.set(key, one);
    }
    const left = waiting.filter((one) => next.get(this.doing.keyOf(one.act)) !== one);
    waiting.splice(0, waiting.length, ...left);
    return [...next.values()];
  }
}

/** When as many have come as are expected, or when nothing more has come for some milliseconds. */
async function allHaveCome(waiting: readonly unknown[], expected: number): Promise<void> {
  const enough = Math.min(MOST, expected);
  let [quiet, known] = [0, waiting.length];
  while (quiet < QUIET && known < enough) {
    await pause(1);
    quiet = waiting.length > known ? 0 : quiet + 1;
    known = waiting.length;
  }
}
