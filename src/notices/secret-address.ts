import { randomBytes } from 'node:crypto';
import type { Queries } from '../database/transaction.js';
import { hashOf } from '../submissions/token-hash.js';

/** Whose rows are the secret addresses of members, one a member, without their tokens. */
type AddressTable = 'private.desk_feed' | 'private.calendar_address';

/** When the address that works now was made; null without one. */
export async function addressMadeAt(tx: Queries, table: AddressTable, member: number): Promise<Date | null> {
  const [row] = await tx.query<{ at: Date }>(`select made_at as at from ${table} where member_id = $1`, [member]);
  return row?.at ?? null;
}

/** Answers the new token, 192 bits in base64url, which is not kept; the former one opens nothing any more. */
export async function makeAddress(tx: Queries, table: AddressTable, member: number, now: Date): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await tx.query(
    `insert into ${table} (member_id, token_hash, made_at) values ($1, $2, $3)
     on conflict (member_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at`,
    [member, hashOf(token), now],
  );
  return token;
}

export async function revokeAddress(tx: Queries, table: AddressTable, member: number): Promise<void> {
  await tx.query(`delete from ${table} where member_id = $1`, [member]);
}
