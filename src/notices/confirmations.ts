import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not } from 'typeorm';
import type { Queries, Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Jobs, putDown } from '../jobs/jobs.js';
import { AccountEntity } from '../members/account.entity.js';
import { CONFIRM_ACCOUNT } from '../members/confirm-account.js';
import { RegistrationEntity } from '../registrations/registration.entity.js';
import { CONFIRM_REGISTRATION } from '../registrations/telling/tell-of.js';
import { CONFIRM_ADDRESS } from '../submissions/confirm-address.js';
import { InstallationSecret } from '../submissions/installation-secret.js';
import { confirmReminder, unconfirmedAddress } from './cases/confirmed-reminder.js';
import { CONFIRM_REMINDER } from './cases/reminders.js';
import { SubmissionEntity } from '../submissions/submission.entity.js';
import { ConfirmationEntity } from './confirmation.entity.js';
import { type Kind, kindsWith } from '../submissions/kind.js';
import { hashOf } from '../submissions/token-hash.js';
import { addressKey, confirmationToken, mailToken, registrationMailToken } from './keys.js';
import { MailRefusalEntity } from './mail-refusal.entity.js';
import { Outbox } from './outbox.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LIFE = 3 * DAY;
/**
 * For the whole forum: somebody who types a thousand addresses must not cause a thousand letters. What goes over leaves
 * later; whoever causes many from one place waits before anybody else does (`Limits.letterWait`).
 */
const MOST_AN_HOUR = 60;

/**
 * An account, a message, a registration or reminders whose address is not confirmed yet. `item` names it in the form.
 */
export interface Unconfirmed {
  item: string;
  kind: Kind | 'account' | 'registration' | 'reminder';
  /** Null where no hour is kept. */
  writtenAt: Date | null;
  /**
   * An account's name; a thread that everyone may read. Null for a registration and reminders: who hears of what is
   * theirs.
   */
  name: string | null;
}

type To = { member: number } | { submission: string } | { registration: string } | { reminder: string };

/** Where whoever has confirmed an address follows what they sent. */
export interface ConfirmedPath {
  of: 'submission' | 'registration' | 'reminder';
  path: string;
}

/**
 * Nothing is written to an address but one letter a day that asks, until its reader has opened the link in it and
 * pressed the button there: programs that follow links confirm nothing.
 */
@Injectable()
export class Confirmations {
  constructor(
    private readonly writer: Writer,
    private readonly secret: InstallationSecret,
    private readonly outbox: Outbox,
    jobs: Jobs,
  ) {
    jobs.does(CONFIRM_ACCOUNT, ({ member }, { now }) => this.askMember(member, now));
    jobs.does(CONFIRM_ADDRESS, ({ submission }, { now }) => this.askGuest(submission, now));
    jobs.does(CONFIRM_REGISTRATION, ({ registration }, { now }) => this.askRegistered(registration, now));
    jobs.does(CONFIRM_REMINDER, ({ reminder }, { now }) => this.askReminded(reminder, now));
  }

  /** A member has given an address, or another one. */
  private async askMember(member: number, now: Date): Promise<void> {
    await this.writer.transaction(async (tx) => {
      const account = await tx.repository(AccountEntity).findOneBy({ memberId: member, emailConfirmedAt: IsNull() });
      if (account !== null && account.email !== null) await this.ask(tx, account.email, { member }, now);
    });
  }

  private async askGuest(submission: string, now: Date): Promise<void> {
    await this.writer.transaction(async (tx) => {
      const [row] = await tx.query<{ email: string | null; before: string | null }>(
        `select s.email, (select b.email from desk.submission b
           where s.kind in ${kindsWith('changesPost')} and not s.proposes and b.thread_id = s.thread_id
           and b.number = s.number
             and b.kind in ${kindsWith('becomesPost')}
           and b.author_id is null and b.email is not null and b.email_confirmed_at is not null limit 1) as before
         from desk.submission s where s.id = $1 and s.author_id is null and s.email_confirmed_at is null
           and s.status <> 'withdrawn'`,
        [submission],
      );
      if (row === undefined) return;
      // A guest who changes a published message has shown that it is theirs, so the address confirmed for it stays
      // confirmed.
      if (row.before !== null) await this.settle(tx, submission, row.before, now);
      else if (row.email !== null) await this.ask(tx, row.email, { submission }, now);
    });
  }

  private async askRegistered(registration: string, now: Date): Promise<void> {
    await this.writer.transaction(async (tx) => {
      const row = await tx
        .repository(RegistrationEntity)
        .findOneBy({ id: registration, email: Not(IsNull()), emailConfirmedAt: IsNull() });
      if (row !== null && row.email !== null) await this.ask(tx, row.email, { registration }, now);
    });
  }

  private async askReminded(reminder: string, now: Date): Promise<void> {
    await this.writer.transaction(async (tx) => {
      const address = await unconfirmedAddress(tx, reminder);
      if (address !== null) await this.ask(tx, address, { reminder }, now);
    });
  }

  private async ask(tx: Transaction, address: string, to: To, now: Date): Promise<void> {
    if (!this.outbox.isOpen) return;
    const secret = await this.secret.get();
    const key = addressKey(secret, address);
    if (await tx.repository(MailRefusalEntity).existsBy({ addressKey: key })) return;
    if (await this.askedToday(tx, key, address, now)) return;
    const wait = await this.hourFull(tx, now);
    if (wait > 0) return this.askLater(tx, to, wait);
    const [asked] = await tx.query(
      `insert into private.confirmation as c (address_key, address, token_hash, asked_at, expires_at)
       values ($1, $2, $3, $4, $5)
       on conflict (address_key) do update set address = excluded.address, token_hash = excluded.token_hash,
         asked_at = excluded.asked_at, expires_at = excluded.expires_at where c.asked_at <= $6 returning 1`,
      [
        key,
        address,
        hashOf(confirmationToken(secret, address, now)),
        now,
        new Date(now.getTime() + LIFE),
        new Date(now.getTime() - DAY),
      ],
    );
    if (asked === undefined) return;
    // Not for which registration or case: its hour is kept nowhere, and that of a letter is.
    const of = 'registration' in to || 'reminder' in to ? {} : to;
    await this.outbox.add(tx, { kind: 'confirmation', addressKey: key, ...of }, now);
  }

  /**
   * Whether this address got its letter of the day. The address itself may have been erased since, with the last
   * message that named it: the link of the letter is then good for the new one.
   */
  private async askedToday(tx: Transaction, addressKey: Buffer, address: string, now: Date): Promise<boolean> {
    const { affected } = await tx
      .repository(ConfirmationEntity)
      .update({ addressKey, askedAt: MoreThan(new Date(now.getTime() - DAY)) }, { address });
    return affected !== 0;
  }

  /** Milliseconds until the forum may ask one more; 0 for now. */
  private async hourFull(tx: Transaction, now: Date): Promise<number> {
    const [first] = await tx.query<{ askedAt: Date }>(
      `select asked_at as "askedAt" from private.confirmation where asked_at > $1
       order by asked_at desc offset ${MOST_AN_HOUR - 1} limit 1`,
      [new Date(now.getTime() - HOUR)],
    );
    return first === undefined ? 0 : first.askedAt.getTime() + HOUR - now.getTime();
  }

  private askLater(tx: Transaction, to: To, wait: number): Promise<void> {
    if ('member' in to) return putDown(tx, CONFIRM_ACCOUNT, { member: to.member }, { wait });
    if ('reminder' in to) return putDown(tx, CONFIRM_REMINDER, { reminder: to.reminder }, { wait });
    return 'registration' in to
      ? putDown(tx, CONFIRM_REGISTRATION, { registration: to.registration }, { wait })
      : putDown(tx, CONFIRM_ADDRESS, { submission: to.submission }, { wait });
  }

  /** What the link of a letter is about; null when it is no link of ours or its three days are over. */
  async waiting(token: string, now: Date): Promise<Unconfirmed[] | null> {
    const address = await this.addressOf(this.writer, token, now);
    return address === null ? null : this.unconfirmed(this.writer, address);
  }

  /** Confirms what was ticked, and answers where a guest follows it. Null as above. */
  async confirm(token: string, items: readonly string[], now: Date): Promise<ConfirmedPath[] | null> {
    return this.writer.transaction(async (tx) => {
      const address = await this.addressOf(tx, token, now);
      if (address === null) return null;
      const ticked = (await this.unconfirmed(tx, address)).filter(({ item }) => items.includes(item));
      const paths: ConfirmedPath[] = [];
      for (const { item, kind } of ticked) {
        if (kind === 'registration')
          paths.push({ of: kind, path: `/registration/${await this.settleRegistration(tx, item, address, now)}` });
        else if (kind === 'reminder') paths.push({ of: kind, path: await confirmReminder(tx, item, address, now) });
        else if (kind !== 'account')
          paths.push({ of: 'submission', path: `/follow/${await this.settle(tx, item, address, now)}` });
        else
          await tx
            .repository(AccountEntity)
            .update({ memberId: Number(item), email: address }, { emailConfirmedAt: now });
      }
      return paths;
    });
  }

  private async settle(tx: Transaction, submission: string, address: string, now: Date): Promise<string> {
    const token = mailToken(await this.secret.get(), submission, address);
    await tx
      .repository(SubmissionEntity)
      .update({ id: submission }, { email: address, emailConfirmedAt: now, mailTokenHash: hashOf(token) });
    return token;
  }

  private async settleRegistration(tx: Transaction, id: string, address: string, now: Date): Promise<string> {
    const token = registrationMailToken(await this.secret.get(), id, address);
    await tx
      .repository(RegistrationEntity)
      .update({ id, email: address }, { emailConfirmedAt: now, mailTokenHash: hashOf(token) });
    return token;
  }

  private async addressOf(from: Queries, token: string, now: Date): Promise<string | null> {
    const asked = await from
      .repository(ConfirmationEntity)
      .findOneBy({ tokenHash: hashOf(token), expiresAt: MoreThan(now) });
    return asked?.address ?? null;
  }

  private unconfirmed(from: Queries, address: string): Promise<Unconfirmed[]> {
    return from.query<Unconfirmed>(
      `(select s.id::text as item, s.kind, s.written_at as "writtenAt", nullif(t.title, '') as name
        from desk.submission s left join thread t on t.id = s.thread_id
        left join category c on c.id = t.category_id and c.audience = 'everyone'
        where s.email = $1 and s.email_confirmed_at is null and s.author_id is null and s.status <> 'withdrawn'
        and (t.id is null or c.id is not null) order by s.written_at desc limit 20)
       union all
       (select a.member_id::text, 'account', null, m.name from private.account a join member m on m.id = a.member_id
        where a.email = $1 and a.email_confirmed_at is null limit 5)
       union all
       (select r.id::text, 'registration', null, null from private.registration r
        where r.email = $1 and r.email_confirmed_at is null order by r.id limit 20)
       union all
       (select r.id::text, 'reminder', null, null from private.case_reminder r
        where r.email = $1 and r.email_confirmed_at is null order by r.id limit 20)`,
      [address],
    );
  }
}
