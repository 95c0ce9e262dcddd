import type { Visitor } from '../visitors/visitor.js';
import { kindsWith } from './kind.js';
import { hashOf } from './token-hash.js';

/**
 * How somebody shows that a submission is theirs: by the token of its follow page, by that of the mails about it, or
 * by being its author.
 */
export type Owner = { token: string } | { author: Visitor; id: string };

const TOKEN = /^[A-Za-z0-9_-]{32}$/;

/** Condition on desk.submission `s` and its two values; what is not theirs is not found. */
export function ownedBy(owner: Owner, first: number): { where: string; values: [unknown, unknown] } {
  if ('token' in owner) {
    const hash = TOKEN.test(owner.token) ? hashOf(owner.token) : null;
    return {
      where: `(s.token_hash = $${first} or s.mail_token_hash = $${first}) and $${first + 1}::int is null`,
      values: [hash, null],
    };
  }
  return {
    where: `s.id = $${first}::uuid and s.author_id = $${first + 1} and s.kind in ${kindsWith('isContribution')}`,
    values: [owner.id, owner.author.member?.id ?? null],
  };
}
