import { Injectable } from '@nestjs/common';
import { logAct } from '../../administration/administration-log.js';
import { administrator } from '../../administration/administrator.js';
import { Reader } from '../../database/reader.js';
import { Writer } from '../../database/writer.js';
import { Invalid, NotFound } from '../../errors/errors.js';
import { cleanLine, cleanText, letters } from '../../submissions/clean.js';
import type { Visitor } from '../../visitors/visitor.js';
import { unknownBlanks } from './filled-letter.js';
import { PaperLetterEntity } from './paper-letter.entity.js';

/** A letter with its blanks, and its titles in both languages. */
export interface PaperLetter {
  code: string;
  fr: string;
  en: string;
  body: string;
}

/** So many can be chosen from. */
const MOST = 50;
const LONGEST = { title: 120, body: 8_000 };

/** The letters that people print and send themselves. The site sends none of them. */
@Injectable()
export class PaperLetters {
  constructor(
    private readonly reader: Reader,
    private readonly writer: Writer,
  ) {}

  all(): Promise<PaperLetter[]> {
    return this.reader.repository(PaperLetterEntity).find({ order: { position: 'ASC', code: 'ASC' }, take: MOST });
  }

  /** @throws NotFound */
  async one(code: string): Promise<PaperLetter> {
    const letter = await this.reader.repository(PaperLetterEntity).findOneBy({ code });
    if (letter === null) throw new NotFound();
    return letter;
  }

  /** @throws NotFound, Invalid */
  async replace(visitor: Visitor, { code, ...typed }: PaperLetter, now: Date): Promise<void> {
    const by = administrator(visitor);
    const letter = { fr: cleanLine(typed.fr), en: cleanLine(typed.en), body: cleanText(typed.body) };
    const wrong = Object.entries(letter).flatMap(([field, text]) => {
      const most = field === 'body' ? LONGEST.body : LONGEST.title;
      if (text === '') return [[field, 'required']];
      if (letters(text) > most) return [[field, 'too-long']];
      return field === 'body' && unknownBlanks(text).length > 0 ? [[field, 'letter-blank']] : [];
    });
    if (wrong.length > 0) throw new Invalid(Object.fromEntries(wrong) as Record<string, string>);
    await this.writer.transaction(async (tx) => {
      const { affected } = await tx.repository(PaperLetterEntity).update({ code }, letter);
      if (affected === 0) throw new NotFound();
      await logAct(tx, by, { act: 'letters-changed', detail: { letter: code } }, now);
      await tx.tell({ news: 'SiteChanged' });
    });
  }
}
