import type { Visitor } from '../visitors/visitor.js';
import { hashOf } from '../submissions/token-hash.js';

/**
 * How somebody shows that a registration is theirs: by the token of its page or of its letters, or as the member who
 * keeps it.
 */
export type RegistrationOwner = { token: string } | { member: Visitor; id: string };

/** Condition on private.registration `r` and its two values; what is not theirs is not found. */
export function registeredBy(owner: RegistrationOwner): { where: string; values: [unknown, unknown] } {
  if ('token' in owner)
    return {
      where: '(r.token_hash = $1 or r.mail_token_hash = $1) and $2::int is null',
      values: [hashOf(owner.token), null],
    };
  return { where: 'r.id = $1::uuid and r.member_id = $2', values: [owner.id, owner.member.member?.id ?? null] };
}
