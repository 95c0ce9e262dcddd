import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Invalid, NotFound } from '../../errors/errors.js';
import { readReasons } from '../../site/read-reasons.js';
import type { Reason } from '../../site/reason.js';
import { cleanLine, cleanText, letters } from '../../submissions/clean.js';
import type { Identity, Visitor } from '../../visitors/visitor.js';
import { slugOf } from '../slug.js';
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
  /** `yes` for one that is offered. */
  active: string;
}

const MOST = { name: 80, text: 1_000 };
const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const BLANKS = /\{([^{}]*)\}/g;
const KNOWN = new Set(['author', 'thread', 'rules']);

function wrongIn(typed: TypedReason): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const field of ['fr', 'en'] as const) {
    if (cleanLine(typed[field]) === '') wrong[field] = 'required';
    if (letters(cleanLine(typed[field])) > MOST.name) wrong[field] = 'too-long';
  }
  for (const field of ['aboutFr', 'aboutEn', 'bodyFr', 'bodyEn'] as const) if (letters(cleanText(typed[field])) > MOST.text) wrong[field] = 'too-long';
  for (const field of ['bodyFr', 'bodyEn'] as const)
    if ([...typed[field].matchAll(BLANKS)].some(([, blank = '']) => !KNOWN.has(blank))) wrong[field] = 'blank-unknown';
  if (!/^\d{1,3}$/.test(typed.position)) wrong['position'] = 'wrong';
  return wrong;
}

/** @throws Invalid with a code for each wrong field. */
function checked(typed: TypedReason): Omit<Reason, 'code'> {
  const wrong = wrongIn(typed);
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  return {
    fr: cleanLine(typed.fr), en: cleanLine(typed.en), aboutFr: cleanText(typed.aboutFr), aboutEn: cleanText(typed.aboutEn),
    bodyFr: cleanText(typed.bodyFr), bodyEn: cleanText(typed.bodyEn), position: Number(typed.position), active: typed.active === 'yes',
  };
}

/** The administrators' list of reasons. One that was used stands in decisions for ever: it is switched off, and never deleted. */
@Injectable()
export class ReasonList {
  constructor(private readonly writer: Writer) {}

  all(): Promise<Reason[]> {
    return readReasons(this.writer);
  }

  /** `code` may be empty: then it is made of the English words. Answers the code. @throws Invalid */
  add(visitor: Visitor, { code: typedCode, ...typed }: TypedReason & { code: string }, now: Date): Promise<string> {
    const reason = checked(typed);
    const code = cleanLine(typedCode) === '' ? slugOf(reason.en).slice(0, 40).replace(/-+$/, '') : cleanLine(typedCode);
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

  /** @throws NotFound, Invalid; somebody has to be able to refuse something for some reason. */
  replace(visitor: Visitor, code: string, typed: TypedReason, now: Date): Promise<string> {
    const reason = checked(typed);
    return this.change(visitor, now, async (tx) => {
      const rows = await tx.query<{ code: string; active: boolean }>('select code, active from reason order by code for update');
      if (!rows.some((row) => row.code === code)) throw new NotFound();
      if (!reason.active && !rows.some((row) => row.active && row.code !== code)) throw new Invalid({ active: 'last-reason' });
      await tx.query(
        `update reason set fr = $2, en = $3, about_fr = $4, about_en = $5, body_fr = $6, body_en = $7, position = $8, active = $9 where code = $1`,
        [code, ...valuesOf(reason)],
      );
      return code;
    });
  }

  private change<T>({ member, isAdministrator }: Visitor, now: Date, work: (tx: Transaction, by: Identity) => Promise<T>): Promise<T> {
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
