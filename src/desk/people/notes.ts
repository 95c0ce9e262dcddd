import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Queries } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Invalid, NotFound } from '../../errors/errors.js';
import type { Visitor } from '../../visitors/visitor.js';
import { remarkOf } from '../decisions/remark.js';
import { NoteEntity } from './note.entity.js';

/** What a moderator noted about a member. */
export interface NoteRow {
  /** Digits. */
  id: string;
  words: string;
  at: Date;
  /** Name and id of who wrote it; null where the account is gone. */
  by: string | null;
  author: number | null;
  /** When its author struck it out. It stays legible, because others have read it and decided after it. */
  struckAt: Date | null;
}

/** Double clicks and reloads of a form write nothing twice. */
const TWICE = 60_000;

/** The notes about a member, newest first. */
export function notesOf(from: Queries, member: number, most: number): Promise<NoteRow[]> {
  return from.query<NoteRow>(
    `select n.id::text, n.words, n.written_at as at, m.name as by, n.author_id as author, n.struck_at as "struckAt"
     from desk.note n left join member m on m.id = n.author_id where n.member_id = $1 order by n.id desc limit $2`,
    [member, most],
  );
}

/**
 * Notes that moderators of any category write for one another; nobody else reads them on the site. A note is never
 * deleted, only struck out.
 */
@Injectable()
export class Notes {
  constructor(private readonly writer: Writer) {}

  /** @throws Invalid without words. */
  async add(moderator: Visitor, member: number, typed: string, now: Date): Promise<void> {
    const words = remarkOf(typed, 'words');
    if (!moderator.isModerator || moderator.member === null) throw new NotFound();
    if (words === null) throw new Invalid({ words: 'required' });
    await this.writer.query(
      `insert into desk.note (member_id, author_id, words, written_at)
       select $1::int, $2::int, $3::text, $4::timestamptz where not exists (select 1 from desk.note n
         where n.member_id = $1 and n.author_id = $2
         and n.words = $3 and n.struck_at is null and n.written_at > $5)`,
      [member, moderator.member.id, words, now, new Date(now.getTime() - TWICE)],
    );
  }

  /** By its author alone. @throws NotFound for a note of somebody else's, or struck already. */
  async strike(moderator: Visitor, member: number, note: string, now: Date): Promise<void> {
    const { affected } = await this.writer
      .repository(NoteEntity)
      .update(
        { id: note, memberId: member, authorId: moderator.member?.id ?? 0, struckAt: IsNull() },
        { struckAt: now },
      );
    if (affected !== 1) throw new NotFound();
  }
}
