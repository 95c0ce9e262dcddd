import type { z } from 'zod';

/** A kind of work that is done later, in whichever process is free. Its payload carries ids and never a text. */
export interface Job<P> {
  readonly name: string;
  readonly payload: z.ZodType<P>;
  /** Milliseconds between two turns of what is done for ever, the first one right after the start. */
  readonly every?: number;
}

export interface Turn {
  now: Date;
  /** The forum is being stopped, maybe since before this turn: a long work asks before each of its steps. */
  stopping: AbortSignal;
}

/**
 * Must be such that doing it twice is doing it once: a process that was killed may have finished all but the last line.
 * Whoever answers `unfinished` goes on in the next turn, after the next start if need be; whoever throws is asked again
 * a little later each time.
 */
export type Work<P> = (payload: P, turn: Turn) => Promise<void | 'unfinished'>;

/** Names and types a kind of job. */
export function defineJob<P>(name: string, payload: z.ZodType<P>, { every }: { every?: number } = {}): Job<P> {
  return { name, payload, ...(every === undefined ? {} : { every }) };
}
