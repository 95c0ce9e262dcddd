import type { HeldFile } from '../../src/submissions/documents/held-file.js';
import type { TypedFacts } from '../../src/submissions/thread-facts/facts.js';
import type { Role } from '../../src/visitors/visitor.js';

/** What stands in a writing form: typed before, quoted, or empty. */
export interface Written {
  title: string;
  text: string;
  name: string;
  email: string;
  /** What is typed about the thread besides its words, by fields; left out where it has only words. */
  facts?: TypedFacts | undefined;
  /** Files that go with it; left out where there are none. */
  documents?: readonly HeldFile[] | undefined;
  /** The idempotency key; null where the page may be kept for others, then only the preview is offered. */
  key: string | null;
}

/**
 * Who writes: a guest gives a name, a member has one. `readFirst`: what they send to this place is read before it
 * appears.
 */
export type Writer = ({ kind: 'guest' } | { kind: 'member'; name: string; role: Role }) & {
  readFirst: boolean;
  /** Whether they may attach files there. */
  attaches: boolean;
};

/** The value of the hidden field `as`. */
export function signature(writer: Writer): string {
  return writer.kind === 'member' ? writer.name : '';
}

export const NOTHING_WRITTEN: Written = { title: '', text: '', name: '', email: '', key: null };
