import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Jobs } from '../jobs/jobs.js';
import { CONFIRM_ACCOUNT } from '../members/confirm-account.js';
import { CONFIRM_ADDRESS } from '../submissions/confirm-address.js';
import { InstallationSecret } from '../submissions/installation-secret.js';
import { hashOf } from '../submissions/tokens.js';
import { addressKey, confirmationToken, mailToken } from './keys.js';
import { Outbox } from './outbox.js';

const DAY = 86_400_000;
const LIFE = 3 * DAY;
/** For the whole forum: whoever types a thousand addresses must not make a thousand letters of it. */
const MOST_AN_HOUR = 60;

/** What waits for the reader of an address to say that it is theirs. `item` names it in the form. */
export interface Unconfirmed {
  item: string;
  kind: 'thread' | 'reply' | 'comment' | 'edit' | 'account';
  writtenAt: Date | null;
  /** An account's name; a thread that everyone may read. */
  name: string | null;
}

type To = { member: number } | { submission: string };

/**
 * Nothing is written to an address but one letter a day that asks, until its reader has opened the link in it and
 * pressed the button there: programs that follow links confirm nothing.
 */
@Injectable()
export class Confirmations {
  constructor(private readonly writer: Writer, private readonly secret: InstallationSecret, private readonly outbox: Outbox, jobs: Jobs) {
    jobs.does(CONFIRM_ACCOUNT, ({ member }, { now }) => this.askMember(member, now));
    jobs.does(CONFIRM_ADDRESS, ({ submission }, { now }) => this.askGuest(submission, now));
  }

  /** A member has given an address, or another one. */
  async askMember(member: number, now: Date): Promise<void> {
    await this.writer.transaction(async (tx) => {
      const [row] = await tx.query<{ email: string }>(
        'select email from private.account where member_id = $1 and email is not null and email_confirmed_at is null', [member],
      );
      if (row !== undefined) await this.ask(tx, row.email, { member }, now);
    });
  }

  private async askGuest(submission: string, now: Date): Promise<void> {
    await this.writer.transaction(async (tx) => {
      const [row] = await tx.query<{ email: string | null; before: string | null }>(
        `select s.email, (select b.email from desk.submission b
           where s.kind = 'edit' and b.thread_id = s.thread_id and b.number = s.number and b.kind in ('thread', 'reply', 'comment')
           and b.author_id is null and b.email is not null and b.email_confirmed_at is not null limit 1) as before
         from desk.submission s where s.id = $1 and s.author_id is null and s.email_confirmed_at is null and s.status <> 'withdrawn'`,
        [submission],
      );
      if (row === undefined) return;
      // Whoever changes their published message has shown that it is theirs: what was confirmed for it holds.
      if (row.before !== null) await this.settle(tx, submission, row.before, now);
      else if (row.email !== null) await this.ask(tx, row.email, { submission }, now);
    });
  }

  private async ask(tx: Transaction, address: string, to: To, now: Date): Promise<void> {
    if (!this.outbox.isOpen) return;
    const secret = await this.secret.get();
    const key = addressKey(secret, address);
    const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
    const [asked] = await tx.query(
      `insert into private.confirmation as c (address_key, address, token_hash, asked_at, expires_at)
       select $1, $2, $3, $4::timestamptz, $5
       where not exists (select from private.mail_refusal r where r.address_key = $1)
       and (select count(*) from private.confirmation c where c.asked_at > $7) < ${MOST_AN_HOUR}
       on conflict (address_key) do update set address = excluded.address, token_hash = excluded.token_hash,
         asked_at = excluded.asked_at, expires_at = excluded.expires_at where c.asked_at <= $6 returning 1`,
      [key, address, hashOf(confirmationToken(secret, address, now)), now, new Date(now.getTime() + LIFE), ago(DAY), ago(DAY / 24)],
    );
    if (asked !== undefined) await this.outbox.add(tx, { kind: 'confirmation', addressKey: key, ...to }, now);
  }

  /** What the link of a letter is about; null when it is no link of ours or its three days are over. */
  async waiting(token: string, now: Date): Promise<Unconfirmed[] | null> {
    const address = await this.addressOf(this.writer, token, now);
    return address === null ? null : this.unconfirmed(this.writer, address);
  }

  /** Confirms what was ticked, and answers where a guest follows it. Null as above. */
  async confirm(token: string, items: readonly string[], now: Date): Promise<string[] | null> {
    return this.writer.transaction(async (tx) => {
      const address = await this.addressOf(tx, token, now);
      if (address === null) return null;
      const ticked = (await this.unconfirmed(tx, address)).filter(({ item }) => items.includes(item));
      const paths = [];
      for (const { item, kind } of ticked) {
        if (kind !== 'account') paths.push(`/follow/${await this.settle(tx, item, address, now)}`);
        else await tx.query('update private.account set email_confirmed_at = $2 where member_id = $1 and email = $3', [Number(item), now, address]);
      }
      return paths;
    });
  }

  private async settle(tx: Transaction, submission: string, address: string, now: Date): Promise<string> {
    const token = mailToken(await this.secret.get(), submission, address);
    await tx.query(
      'update desk.submission set email = $2, email_confirmed_at = $3, mail_token_hash = $4 where id = $1', [submission, address, now, hashOf(token)],
    );
    return token;
  }

  private async addressOf(from: Pick<Transaction, 'query'>, token: string, now: Date): Promise<string | null> {
    const [row] = await from.query<{ address: string }>(
      'select address from private.confirmation where token_hash = $1 and expires_at > $2', [hashOf(token), now],
    );
    return row?.address ?? null;
  }

  private unconfirmed(from: Pick<Transaction, 'query'>, address: string): Promise<Unconfirmed[]> {
    return from.query<Unconfirmed>(
      `(select s.id::text as item, s.kind, s.written_at as "writtenAt", nullif(t.title, '') as name
        from desk.submission s left join thread t on t.id = s.thread_id
        left join category c on c.id = t.category_id and c.audience = 'everyone'
        where s.email = $1 and s.email_confirmed_at is null and s.author_id is null and s.status <> 'withdrawn'
        and (t.id is null or c.id is not null) order by s.written_at desc limit 20)
       union all
       (select a.member_id::text, 'account', null, m.name from private.account a join member m on m.id = a.member_id
        where a.email = $1 and a.email_confirmed_at is null limit 5)`,
      [address],
    );
  }
}
