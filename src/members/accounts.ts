import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Invalid } from '../errors/errors.js';
import { SiteEntity } from '../site/site.entity.js';
import type { Language, Role } from '../visitors/visitor.js';
import { putDown } from '../jobs/jobs.js';
import { AccountEntity } from './account.entity.js';
import { CONFIRM_ACCOUNT } from './confirm-account.js';
import { MemberEntity } from './member.entity.js';
import { isReserved } from './name.js';
import { nameKey } from './name-key.js';
import { hashPassword } from './passwords.js';
import { codeHash, newCodes } from './recovery-code.js';
import { RecoveryCodeEntity } from './recovery-code.entity.js';
import { dayOf } from './session-life.js';

export interface NewAccount {
  /** As `memberName` (name.ts) lets it through. */
  name: string;
  password: string;
  /** An empty text for none. */
  email: string;
  /** Milliseconds that the letter which asks whose address this is has to wait; undefined for none. */
  letterWait?: number;
}

export interface Registered {
  id: number;
  name: string;
  role: Role;
  /** Shown to the member once; stored as hashes only. */
  codes: string[];
}

/** What the member's own page shows them of their account. */
export interface OwnAccount {
  joinedOn: Date;
  email: string | null;
  codesLeft: number;
}

/** Members and what belongs to them alone. */
@Injectable()
export class Accounts {
  constructor(private readonly writer: Writer) {}

  /** @throws Invalid when the name, or one that reads like it, is taken, or is the forum's own. */
  async register(account: NewAccount, now: Date, role: Role = 'member'): Promise<Registered> {
    const passwordHash = await hashPassword(account.password);
    return this.writer.transaction((tx) => createAccount(tx, { ...account, passwordHash, role }, now));
  }

  /** Whether a name, or one that reads like it, is a member's: guests may not use it. */
  async isTaken(name: string): Promise<boolean> {
    return this.writer.repository(MemberEntity).existsBy({ nameKey: nameKey(name) });
  }

  async own(member: number): Promise<OwnAccount | null> {
    const [own] = await this.writer.query<{ joinedOn: string; email: string | null; codesLeft: number }>(
      `select m.joined_on::text as "joinedOn", a.email,
              (select count(*)::int from private.recovery_code c where c.member_id = m.id) as "codesLeft"
         from member m join private.account a on a.member_id = m.id where m.id = $1`,
      [member],
    );
    return own === undefined ? null : { ...own, joinedOn: new Date(own.joinedOn) };
  }

  /** The language of the pages for this member; null for the site's. */
  async chooseLanguage(member: number, language: Language | null): Promise<void> {
    await this.writer.transaction(async (tx) => {
      await tx.repository(AccountEntity).update({ memberId: member }, { language });
      await tx.tell({ news: 'LanguageChosen', member });
    });
  }
}

/** The rows of a new account; the unique key of the name decides between two who want it at once. */
export async function createAccount(
  tx: Transaction,
  { name, email, letterWait, passwordHash, role }: Omit<NewAccount, 'password'> & { passwordHash: string; role: Role },
  now: Date,
): Promise<Registered> {
  const site = await tx.repository(SiteEntity).findOneByOrFail({ one: true });
  if (isReserved(name, site.name)) throw new Invalid({ name: 'name-reserved' });
  const [member] = await tx.query<{ id: number }>(
    `insert into member (name, name_key, role, joined_on) values ($1, $2, $3, $4) on conflict (name_key) do nothing
      returning id`,
    [name, nameKey(name), role, dayOf(now)],
  );
  if (member === undefined) throw new Invalid({ name: 'name-taken' });
  await tx.repository(AccountEntity).insert({
    memberId: member.id,
    passwordHash,
    email: email === '' ? null : email,
    readBefore: now,
  });
  const codes = newCodes();
  await tx
    .repository(RecoveryCodeEntity)
    .insert(codes.map((code) => ({ memberId: member.id, codeHash: codeHash(code) })));
  if (email !== '') await putDown(tx, CONFIRM_ACCOUNT, { member: member.id }, { wait: letterWait ?? 0 });
  return { id: member.id, name, role, codes };
}
