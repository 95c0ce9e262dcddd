import type { Visitor } from '../visitors/visitor.js';

/** Of one sending: the same key of the same person is the same sending. */
export function seedOf({ member }: Visitor, key: string): string {
  return JSON.stringify([member?.id ?? null, key]);
}
