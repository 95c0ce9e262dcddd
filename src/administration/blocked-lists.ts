import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { Invalid, NotFound } from '../errors/errors.js';
import { readPattern, seenWords } from '../screening/blocked-pattern.js';
import { firstBlocked } from '../screening/blocked-words.js';
import { WORD_LISTS } from '../screening/phase.js';
import { cleanLine, letters } from '../submissions/clean.js';
import type { PublishedText } from '../threads/latest-texts.js';
import type { Visitor } from '../visitors/visitor.js';
import { logAct } from './administration-log.js';
import { BlockedWordEntity } from './blocked-word.entity.js';

export interface Lists {
  hold: string[];
  refuse: string[];
}

/** A published post that the lists would have held or refused, and the line that matches it. */
export interface Caught {
  post: PublishedText;
  list: keyof Lists;
  line: string;
}

const LINES = 500;
const LONGEST = 100;

function linesOf(typed: string, field: keyof Lists): string[] {
  const lines = [
    ...new Set(
      typed
        .split(/\r?\n/)
        .map(cleanLine)
        .filter((line) => line !== ''),
    ),
  ];
  if (lines.length > LINES) throw new Invalid({ [field]: 'too-many-lines' }, { max: LINES });
  if (lines.some((line) => letters(line) > LONGEST || readPattern(line).words.length === 0))
    throw new Invalid({ [field]: 'line-without-word' }, { max: LONGEST });
  return lines.sort((one, other) => one.localeCompare(other));
}

/** Reads the two fields of the form, which have one word or phrase on each line. @throws Invalid */
export function readLists(typed: Record<keyof Lists, string>): Lists {
  return { hold: linesOf(typed.hold, 'hold'), refuse: linesOf(typed.refuse, 'refuse') };
}

/**
 * A fingerprint of these lists: the form that saves them carries it, to prove that exactly these lists were tried out
 * before.
 */
export function markOf({ hold, refuse }: Lists): string {
  return createHash('sha256')
    .update(JSON.stringify([hold, refuse]))
    .digest('base64url');
}

/** Which of these posts would have been refused or held, and for which line. */
export function tried(posts: readonly PublishedText[], { hold, refuse }: Lists): Caught[] {
  return posts.flatMap((post): Caught[] => {
    const words = seenWords(`${post.title}\n${post.source}`);
    const refused = firstBlocked(refuse, words);
    if (refused !== null) return [{ post, list: 'refuse', line: refused }];
    const held = firstBlocked(hold, words);
    return held === null ? [] : [{ post, list: 'hold', line: held }];
  });
}

/** The administrators' lists of words. Nobody else ever reads them. */
@Injectable()
export class BlockedLists {
  constructor(private readonly writer: Writer) {}

  async all({ isAdministrator }: Visitor): Promise<Lists> {
    if (!isAdministrator) throw new NotFound();
    const rows = await this.writer.repository(BlockedWordEntity).find({ order: { word: 'ASC' } });
    const of = (list: keyof Lists): string[] => rows.filter((row) => row.list === list).map(({ word }) => word);
    return { hold: of('hold'), refuse: of('refuse') };
  }

  /** The log says how many lines there are now, and not which. */
  save(visitor: Visitor, lists: Lists, now: Date): Promise<void> {
    return this.writer.transaction(async (tx) => {
      const { member, isAdministrator } = visitor;
      if (member === null || !isAdministrator) throw new NotFound();
      await tx.query('delete from desk.blocked_word');
      for (const list of WORD_LISTS)
        await tx.query('insert into desk.blocked_word (list, word) select $1, unnest($2::text[])', [
          list,
          lists[list],
        ]);
      await logAct(
        tx,
        member,
        { act: 'words-changed', detail: { hold: lists.hold.length, refuse: lists.refuse.length } },
        now,
      );
    });
  }
}
