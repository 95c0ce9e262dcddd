import type { Queries } from '../database/transaction.js';
import { isSuspendedAt } from '../members/suspension.js';
import type { Language } from '../visitors/visitor.js';
import type { MemberMail } from './keys.js';

/** Where somebody may be written to now. */
export interface Addressee {
  address: string;
  /** Null for the site's. */
  language: Language | null;
}

/** Null unless the address is confirmed, the account is open and its member wants this kind of mail. */
export async function memberAddressee(
  from: Queries,
  { member, kind }: { member: number; kind: MemberMail },
  now: Date,
): Promise<Addressee | null> {
  const [row] = await from.query<Addressee>(
    `select a.email as address, a.language from private.account a
     where a.member_id = $1 and a.email is not null and a.email_confirmed_at is not null and $2 = any(a.mails)
       and not ${isSuspendedAt('$3')}`,
    [member, kind, now],
  );
  return row ?? null;
}

/** Null unless a guest gave an address with it and has confirmed it. */
export async function guestAddressee(from: Queries, submission: string): Promise<Addressee | null> {
  const [row] = await from.query<{ address: string }>(
    `select email as address from desk.submission where id = $1 and author_id is null and email is not null
      and email_confirmed_at is not null`,
    [submission],
  );
  return row === undefined ? null : { ...row, language: null };
}
