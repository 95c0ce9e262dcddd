import { Injectable } from '@nestjs/common';
import { Writer } from '../../database/writer.js';
import { THREAD_OF } from '../../submissions/thread-of.js';
import type { Kind } from '../../submissions/kind.js';
import type { AuthorRole } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';
import type { CountedAs } from '../desk-kind.js';
import { DESK_KINDS } from '../kinds.js';
import { type AuthorHistory, historyOf } from '../people/author-history.js';
import { type NoteRow, notesOf } from '../people/notes.js';

/** A published post that stands before the one to decide. */
export interface EarlierPost {
  number: number;
  author: { name: string; role: AuthorRole };
  html: string;
  publishedAt: Date;
}

/** What a moderator looks up before deciding, without leaving the desk. */
export interface DeskContext {
  submission: string;
  countsAs: CountedAs;
  thread: null | { id: number; slug: string; title: string };
  /** The last posts before it, oldest first. */
  before: EarlierPost[];
  author: { name: string; role: AuthorRole };
  /** Null for a guest: nothing ties what guests send to each other. */
  history: null | (AuthorHistory & { notes: NoteRow[] });
}

interface Found {
  thread: number | null;
  slug: string | null;
  threadTitle: string | null;
  number: number | null;
  authorId: number | null;
  kind: Kind;
  authorName: string;
  authorRole: AuthorRole;
}

const POSTS = 10;
const LAST = 5;
const NOTES = 5;

@Injectable()
export class Contexts {
  constructor(private readonly writer: Writer) {}

  /** Null outside of the moderator's categories. */
  async of(moderator: Visitor, id: string): Promise<DeskContext | null> {
    const [found] = await this.writer.query<Found>(
      `select t.id as thread, t.slug, t.title as "threadTitle", s.number, s.author_id as "authorId", s.kind,
        s.author_role as "authorRole",
         coalesce(m.name, s.author_name) as "authorName"
       from desk.submission s left join thread t on t.id = ${THREAD_OF} left join member m on m.id = s.author_id
       where s.id = $1 and s.status <> 'withdrawn' and ($2::int[] is null or s.category_id = any($2))`,
      [id, moderator.desk],
    );
    if (found === undefined) return null;
    const [before, history] = await Promise.all([this.before(found), this.history(moderator, found.authorId)]);
    const { thread, slug, threadTitle, authorName, authorRole } = found;
    return {
      submission: id,
      countsAs: DESK_KINDS[found.kind].countsAs,
      before,
      history,
      author: { name: authorName, role: authorRole },
      thread: thread === null ? null : { id: thread, slug: slug ?? '', title: threadTitle ?? '' },
    };
  }

  private async before({ thread, number }: Found): Promise<EarlierPost[]> {
    if (thread === null) return [];
    const rows = await this.writer.query<Omit<EarlierPost, 'author'> & { name: string; role: AuthorRole }>(
      `select p.number, coalesce(m.name, p.author_name) as name, p.author_role as role, p.html,
        p.published_at as "publishedAt"
       from post p left join member m on m.id = p.author_id
       where p.thread_id = $1 and p.gone is null and p.number < $2 order by p.number desc limit ${POSTS}`,
      [thread, number ?? 2 ** 31 - 1],
    );
    return rows.toReversed().map(({ name, role, ...post }) => ({ ...post, author: { name, role } }));
  }

  private async history(moderator: Visitor, author: number | null): Promise<DeskContext['history']> {
    if (author === null) return null;
    const [history, notes] = await Promise.all([
      historyOf(this.writer, moderator, { author, last: LAST }),
      notesOf(this.writer, author, NOTES),
    ]);
    return { ...history, notes };
  }
}
