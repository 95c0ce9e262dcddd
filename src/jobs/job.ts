import type { z } from 'zod';

/** A kind of work that is done later, in whichever process is free. Its payload carries ids and never a text. */
export interface Job<P> {
  readonly name: string;
  readonly payload: z.ZodType<P>;
  /** For a repeating job: the milliseconds between two turns. The first turn is right after the start. */
  readonly every?: number;
}

export interface Turn {
  now: Date;
  /** Aborted when the forum is being stopped, maybe before this turn began: long work checks it before each step. */
  stopping: AbortSignal;
}

/**
 * Must be idempotent: a process that was killed may have done all but the last line, and the job is then done again.
 * Work that answers `unfinished` goes on in the next turn, after the next start if need be; work that throws is tried
 * again after longer and longer pauses.
 */
export type Work<P> = (payload: P, turn: Turn) => Promise<void | 'unfinished'>;

/** Names and types a kind of job. */
export function defineJob<P>(name: string, payload: z.ZodType<P>, { every }: { every?: number } = {}): Job<P> {
  return { name, payload, ...(every === undefined ? {} : { every }) };
}
