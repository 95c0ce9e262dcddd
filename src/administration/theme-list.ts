import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Invalid, NotFound } from '../errors/errors.js';
import { slugOf } from '../publishing/slug.js';
import { readThemes } from '../site/read-themes.js';
import { ThemeEntity } from '../site/theme.entity.js';
import type { Theme } from '../site/theme.js';
import { cleanLine, letters } from '../submissions/clean.js';
import type { Visitor } from '../visitors/visitor.js';
import { logAct } from './administration-log.js';

/** A theme as it comes from a form: every field a text, so that the form can come back as it was. */
export interface TypedTheme {
  fr: string;
  en: string;
  position: string;
  /** `yes` when it can be chosen. */
  active: string;
}

const MOST = 60;
const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** @throws Invalid with a code for each wrong field. */
function checked(typed: TypedTheme): Omit<Theme, 'code'> {
  const wrong: Record<string, string> = {};
  for (const field of ['fr', 'en'] as const) {
    if (cleanLine(typed[field]) === '') wrong[field] = 'required';
    if (letters(cleanLine(typed[field])) > MOST) wrong[field] = 'too-long';
  }
  if (!/^\d{1,3}$/.test(typed.position)) wrong['position'] = 'wrong';
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  return {
    fr: cleanLine(typed.fr),
    en: cleanLine(typed.en),
    position: Number(typed.position),
    active: typed.active === 'yes',
  };
}

/**
 * The administrators' list of themes. One that was used stands in what is published and in what was sent, so it can be
 * switched off but never deleted.
 */
@Injectable()
export class ThemeList {
  constructor(private readonly writer: Writer) {}

  all(): Promise<Theme[]> {
    return readThemes(this.writer);
  }

  /** `code` may be empty: then it is made of the English words. Answers the code. @throws Invalid */
  add(visitor: Visitor, { code: typedCode, ...typed }: TypedTheme & { code: string }, now: Date): Promise<string> {
    const theme = checked(typed);
    const code = cleanLine(typedCode) === '' ? slugOf(theme.en).slice(0, 40).replace(/-+$/, '') : cleanLine(typedCode);
    if (!CODE.test(code) || code.length > 40) throw new Invalid({ code: 'code-wrong' });
    return this.change(visitor, now, async (tx) => {
      const [row] = await tx.query<{ code: string }>(
        `insert into theme (code, fr, en, position, active) values ($1, $2, $3, $4, $5)
         on conflict do nothing returning code`,
        [code, theme.fr, theme.en, theme.position, theme.active],
      );
      if (row === undefined) throw new Invalid({ code: 'code-taken' });
      return code;
    });
  }

  /** @throws NotFound, Invalid */
  replace(visitor: Visitor, code: string, typed: TypedTheme, now: Date): Promise<string> {
    const theme = checked(typed);
    return this.change(visitor, now, async (tx) => {
      const { affected } = await tx.repository(ThemeEntity).update({ code }, theme);
      if (affected === 0) throw new NotFound();
      return code;
    });
  }

  private change(
    { member, isAdministrator }: Visitor,
    now: Date,
    work: (tx: Transaction) => Promise<string>,
  ): Promise<string> {
    return this.writer.transaction(async (tx) => {
      if (member === null || !isAdministrator) throw new NotFound();
      const code = await work(tx);
      await logAct(tx, member, { act: 'themes-changed', detail: {} }, now);
      await tx.tell({ news: 'SiteChanged' });
      return code;
    });
  }
}
