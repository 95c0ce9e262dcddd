import { Injectable } from '@nestjs/common';
import { Writer } from '../../database/writer.js';
import type { Facts } from '../../submissions/thread-facts/facts.js';
import { standingFacts } from '../../submissions/thread-facts/facts-reading.js';
import { TITLED } from '../../threads/article-row.js';
import { type AuthorRole, takesQuestions, type ThreadKind } from '../../threads/visible.js';
import type { Visitor } from '../../visitors/visitor.js';
import type { Hand, Published } from '../../publishing/published.js';

/** An earlier text of a post. */
export interface FormerText {
  title: string | null;
  html: string;
  /** Whether it asked something, in a thread that takes questions. */
  question: boolean;
  replacedAt: Date;
  by: Hand;
}

/** A published post that a moderator may change. */
export interface EditablePost {
  thread: { id: number; slug: string; title: string };
  number: number;
  /** Whether the title of its thread was written with it. */
  opens: boolean;
  author: { name: string; role: AuthorRole };
  text: string;
  /** Of the thread, with post 1 of one that has any. */
  facts: Facts | null;
  /** Whether it asks something; null where it could not. */
  asks: boolean | null;
  change: number;
  /** Newest first. */
  former: FormerText[];
}

interface Row {
  slug: string;
  title: string;
  authorName: string;
  authorRole: AuthorRole;
  text: string;
  change: number;
  opens: boolean;
  question: boolean;
  kind: ThreadKind;
}

const FORMER = 20;

@Injectable()
export class EditablePosts {
  constructor(private readonly writer: Writer) {}

  /** Null outside of the moderator's categories, and where no post is shown. */
  async one(moderator: Visitor, { thread, number }: Published): Promise<EditablePost | null> {
    const [row] = await this.writer.query<Row>(
      `select t.slug, t.title, coalesce(m.name, p.author_name) as "authorName", p.author_role as "authorRole",
        p.source as text, p.change, ${TITLED} as opens, p.question, t.kind
       from post p join thread t on t.id = p.thread_id left join member m on m.id = p.author_id
       where p.thread_id = $1 and p.number = $2 and p.gone is null and ($3::int[] is null or t.category_id = any($3))`,
      [thread, number, moderator.desk],
    );
    if (row === undefined) return null;
    const { slug, title, opens, authorName, authorRole, text, change, question, kind } = row;
    const former = await this.writer.query<FormerText>(
      `select title, html, question, replaced_at as "replacedAt", replaced_by as by from desk.revision
       where thread_id = $1 and number = $2 order by revision desc limit ${FORMER}`,
      [thread, number],
    );
    return {
      thread: { id: thread, slug, title },
      number,
      opens,
      author: { name: authorName, role: authorRole },
      text,
      asks: number > 1 && takesQuestions(kind) ? question : null,
      facts: await standingFacts(this.writer, { thread, number }),
      change,
      former,
    };
  }
}
