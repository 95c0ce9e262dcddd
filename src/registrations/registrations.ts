import { Injectable } from '@nestjs/common';
import type { KeyObject } from 'node:crypto';
import type { Queries, Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Conflict, Invalid } from '../errors/errors.js';
import { wrongKey } from '../submissions/checked.js';
import { InstallationSecret } from '../submissions/installation-secret.js';
import { type Tokens, tokensFrom } from '../submissions/tokens.js';
import type { Language, Visitor } from '../visitors/visitor.js';
import { refusedRegistration } from '../workshops/visible-workshop.js';
import { arrivalCodeOf } from './arrival-code.js';
import {
  type CheckedRegistration,
  checkedRegistration,
  isUuid,
  type TypedRegistration,
} from './checked-registration.js';
import { askWhose, tellOf } from './telling/tell-of.js';
import { Turns } from './turns.js';
import { beginsAs, type SeatDate, lockDate, poolOf, readDate, settleSeats } from './seats.js';

export interface RegistrationDraft extends TypedRegistration {
  thread: number;
  /** A UUID. */
  date: string;
  key: string;
  language: Language;
  /** How many milliseconds a letter has to wait that asks about the address. */
  letterWait?: number;
}

/** How many arrival codes are tried. There are 700 million, so the second one is nearly always free. */
const TRIES = 5;

/** Registers people for dates. The lock of the date decides who gets the last seat, in whichever processes they ask. */
@Injectable()
export class Registrations {
  private readonly turns = new Turns();

  constructor(
    private readonly writer: Writer,
    private readonly secret: InstallationSecret,
  ) {}

  /**
   * A full date is no error: it is a place in the line. The same content under the same key is stored once.
   *
   * @throws Invalid with a code for each wrong field, Conflict with the reason why the date takes no registration, or
   * where the key was used for something else; then nothing is taken
   */
  async register(visitor: Visitor, draft: RegistrationDraft, now: Date): Promise<Pick<Tokens, 'token' | 'code'>> {
    const sent = checkedDraft(draft);
    const secret = await this.secret.get();
    const tokens = tokensOf(secret, visitor, draft, sent);
    const { thread, language } = draft;
    const member = visitor.member?.id ?? null;
    const work = async (tx: Transaction): Promise<Tokens> => {
      const date = await lockDate(tx, thread, sent.date);
      // Asked before the date: whoever sends the same once more after it was closed is answered as the first time.
      if (await sentBefore(tx, tokens)) return tokens;
      const counted = await refuse(tx, date, sent, now);
      if (!(await insert(tx, { secret, counted, sent, tokens, language, member }))) return tokens;
      await settleSeats(tx, counted, now);
      if (sent.email !== '' || (sent.mine && member !== null)) await tellOf(tx, tokens.id, now);
      if (sent.email !== '') await askWhose(tx, tokens.id, draft.letterWait ?? 0);
      return tokens;
    };
    return this.turns.take(sent.date, () => this.writer.transaction(work));
  }

  /** The same questions as at registering, before it is done; nothing is stored. @throws what `register` throws */
  async preview(draft: RegistrationDraft, now: Date): Promise<CheckedDraft> {
    const sent = checkedDraft(draft);
    await refuse(this.writer, await readDate(this.writer, draft.thread, sent.date), sent, now);
    return sent;
  }
}

function tokensOf(
  secret: KeyObject,
  { member }: Visitor,
  { thread, key }: RegistrationDraft,
  sent: CheckedDraft,
): Tokens {
  const who = member?.id ?? null;
  return tokensFrom(secret, ['registration', who, key, thread, sent], ['registration key', who, key]);
}

interface CheckedDraft extends CheckedRegistration {
  date: string;
}

function checkedDraft(draft: RegistrationDraft): CheckedDraft {
  const date = draft.date.trim().toLowerCase();
  const wrong = { ...wrongKey(draft.key), ...(isUuid(date) ? {} : { date: 'date-unknown' }) };
  return { date, ...checkedRegistration(draft, wrong) };
}

/** A date that takes this registration. @throws Invalid, Conflict with the reason */
async function refuse(db: Queries, date: SeatDate | null, { part }: CheckedDraft, now: Date): Promise<SeatDate> {
  if (date === null) throw new Invalid({ date: 'date-unknown' });
  const refused = refusedRegistration(date, date, now);
  if (refused !== null) throw new Conflict(refused);
  if ((await poolOf(db, date, part)) === null) throw new Invalid({ part: 'part-unknown' });
  return date;
}

async function sentBefore(tx: Transaction, { keyHash, tokenHash }: Tokens): Promise<boolean> {
  const [row] = await tx.query<{ same: boolean }>(
    'select token_hash = $2 as same from private.registration where key_hash = $1',
    [keyHash, tokenHash],
  );
  if (row?.same === false) throw new Conflict('key-used');
  return row !== undefined;
}

interface NewRegistration {
  secret: KeyObject;
  counted: SeatDate;
  sent: CheckedDraft;
  tokens: Tokens;
  language: Language;
  member: number | null;
}

/**
 * False where the same registration was stored by another request just now. @throws Conflict where the key was used for
 * something else
 */
async function insert(
  tx: Transaction,
  { secret, counted, sent, tokens, language, member }: NewRegistration,
): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await tx.query<{ id: string }>(
      `insert into private.registration (id, thread_id, date_id, part_id, persons, state, position, name, help, remind,
         email, language, member_id, arrival_code, token_hash, code_hash, code_box, key_hash)
       values ($1, $2, $3, $4, $5, $6, (select coalesce(max(position), 0) + 1 from private.registration
         where date_id = $3), $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
       on conflict do nothing returning id`,
      [
        tokens.id,
        counted.thread,
        counted.id,
        sent.part,
        sent.persons,
        beginsAs(sent.answer, counted),
        sent.name,
        sent.help,
        sent.remind,
        sent.email === '' ? null : sent.email,
        language,
        sent.mine ? member : null,
        arrivalCodeOf(secret, tokens.token, tries),
        tokens.tokenHash,
        tokens.codeHash,
        tokens.codeBox,
        tokens.keyHash,
      ],
    );
    if (stored.length > 0) return true;
    if (await sentBefore(tx, tokens)) return false;
  }
  throw new Error('no arrival code is free');
}
