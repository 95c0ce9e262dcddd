import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Invalid, NotFound } from '../errors/errors.js';
import { readReasons } from '../site/read-reasons.js';
import type { Reason } from '../site/reason.js';
import { cleanLine, cleanText, letters } from '../submissions/clean.js';
import type { Identity, Language, Visitor } from '../visitors/visitor.js';
import { slugOf } from '../publishing/slug.js';
import { ReasonEntity } from '../site/reason.entity.js';
import { logAct } from './administration-log.js';

/** A reason as it comes from a form: every field a text, so that the form can come back as it was. */
export interface TypedReason {
  fr: string;
  en: string;
  aboutFr: string;
  aboutEn: string;
  bodyFr: string;
  bodyEn: string;
  position: string;
  /** `yes` when moderators are offered this reason. */
  active: string;
}

const MOST = { name: 80, text: 1_000 };
const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const BLANKS = /\{([^{}]*)\}/g;
const KNOWN = new Set(['author', 'thread', 'rules']);

function wrongIn(typed: TypedReason, own: Language): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const field of ['fr', 'en'] as const) {
    if (field === own && cleanLine(typed[field]) === '') wrong[field] = 'required';
    if (letters(cleanLine(typed[field])) > MOST.name) wrong[field] = 'too-long';
  }
  for (const field of ['aboutFr', 'aboutEn', 'bodyFr', 'bodyEn'] as const)
    if (letters(cleanText(typed[field])) > MOST.text) wrong[field] = 'too-long';
  for (const field of ['bodyFr', 'bodyEn'] as const)
    if ([...typed[field].matchAll(BLANKS)].some(([, blank = '']) => !KNOWN.has(blank))) wrong[field] = 'blank-unknown';
  if (!/^\d{1,3}$/.test(typed.position)) wrong['position'] = 'wrong';
  return wrong;
}

/**
 * Only the forum's own language is needed: whoever reads the other one, reads that where there is nothing else.
 * @throws Invalid with a code for each wrong field.
 */
function checked(typed: TypedReason, own: Language): Omit<Reason, 'code'> {
  const wrong = wrongIn(typed, own);
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  return {
    fr: cleanLine(typed.fr) || cleanLine(typed.en),
    en: cleanLine(typed.en) || cleanLine(typed.fr),
    aboutFr: cleanText(typed.aboutFr),
    aboutEn: cleanText(typed.aboutEn),
    bodyFr: cleanText(typed.bodyFr),
    bodyEn: cleanText(typed.bodyEn),
    position: Number(typed.position),
    active: typed.active === 'yes',
  };
}

/**
 * The administrators' list of reasons. A reason that was used is named in the log for ever, so it can be switched off
 * but never deleted.
 */
@Injectable()
export class ReasonList {
  constructor(private readonly writer: Writer) {}

  all(): Promise<Reason[]> {
    return readReasons(this.writer);
  }

  /** `code` may be empty: then it is made of the English words, or of the forum's own. `language` is the
   * forum's. Answers the code. @throws Invalid */
  add(
    visitor: Visitor,
    { code: typedCode, ...typed }: TypedReason & { code: string },
    { now, language }: { now: Date; language: Language },
  ): Promise<string> {
    const reason = checked(typed, language);
    const code =
      cleanLine(typedCode) === '' ? slugOf(reason.en).slice(0, 40).replace(/-+$/, '') : cleanLine(typedCode);
    if (!CODE.test(code) || code.length > 40) throw new Invalid({ code: 'code-wrong' });
    return this.change(visitor, now, async (tx) => {
      const [row] = await tx.query<{ code: string }>(
        `insert into reason (code, fr, en, about_fr, about_en, body_fr, body_en, position, active)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning code`,
        [code, ...valuesOf(reason)],
      );
      if (row === undefined) throw new Invalid({ code: 'code-taken' });
      return code;
    });
  }

  /**
   * @throws NotFound, Invalid; also when no reason would be left that moderators are offered, since a refusal needs
   * one.
   */
  replace(
    visitor: Visitor,
    code: string,
    typed: TypedReason,
    { now, language }: { now: Date; language: Language },
  ): Promise<string> {
    const reason = checked(typed, language);
    return this.change(visitor, now, async (tx) => {
      const rows = await tx.query<{ code: string; active: boolean }>(
        'select code, active from reason order by code for update',
      );
      if (!rows.some((row) => row.code === code)) throw new NotFound();
      if (!reason.active && !rows.some((row) => row.active && row.code !== code))
        throw new Invalid({ active: 'last-reason' });
      await tx.repository(ReasonEntity).update({ code }, reason);
      return code;
    });
  }

  private change<T>(
    { member, isAdministrator }: Visitor,
    now: Date,
    work: (tx: Transaction, by: Identity) => Promise<T>,
  ): Promise<T> {
    return this.writer.transaction(async (tx) => {
      if (member === null || !isAdministrator) throw new NotFound();
      const done = await work(tx, member);
      await logAct(tx, member, { act: 'reasons-changed', detail: {} }, now);
      await tx.tell({ news: 'SiteChanged' });
      return done;
    });
  }
}

function valuesOf({ fr, en, aboutFr, aboutEn, bodyFr, bodyEn, position, active }: Omit<Reason, 'code'>): unknown[] {
  return [fr, en, aboutFr, aboutEn, bodyFr, bodyEn, position, active];
}
