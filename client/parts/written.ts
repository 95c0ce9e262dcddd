import type { Role } from '../../src/visitors/visitor.js';

/** What stands in a writing form: typed before, quoted, or empty. */
export interface Written {
  title: string;
  text: string;
  name: string;
  email: string;
  /** The idempotency key; null where the page may be kept for others, then only the preview is offered. */
  key: string | null;
}

/** Who writes: a guest gives a name, a member has one. */
export type Writer = { kind: 'guest' } | { kind: 'member'; name: string; role: Role };

/** The value of the hidden field `as`. */
export function signature(writer: Writer): string {
  return writer.kind === 'member' ? writer.name : '';
}

export const NOTHING_WRITTEN: Written = { title: '', text: '', name: '', email: '', key: null };
