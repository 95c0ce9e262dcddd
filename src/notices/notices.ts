import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Writer } from '../database/writer.js';
import { NotFound } from '../errors/errors.js';
import type { Kind } from '../submissions/followed.js';
import type { Slice } from '../threads/visible.js';
import type { Visitor } from '../visitors/visitor.js';
import type { Told } from './told.js';

const PAGE = 20;
const CURSOR = /^\d{1,18}$/;

/** A notice as its member reads it. What may not be read any more is not named. */
export interface Notice {
  kind: Told | 'answered';
  at: Date;
  seen: boolean;
  /** One's own message, where it is about that. */
  submission: null | { id: string; kind: Kind };
  thread: null | { id: number; slug: string; title: string };
  /** The post that it leads to, if that stands. */
  number: number | null;
  /** Who answered. */
  by: string | null;
}

interface Row {
  place: string;
  kind: Notice['kind'];
  at: Date;
  seen: boolean;
  submission: string | null;
  submissionKind: Kind | null;
  thread: number | null;
  slug: string | null;
  title: string | null;
  number: number | null;
  by: string | null;
}

/** What a member was told on the site: theirs alone. */
@Injectable()
export class Notices {
  constructor(private readonly writer: Writer) {}

  /** 20 notices older than the cursor, newest first. @throws NotFound when it is no cursor. */
  async of(visitor: Visitor, before: string | undefined): Promise<Slice<Notice>> {
    if (visitor.member === null || (before !== undefined && !CURSOR.test(before))) throw new NotFound();
    const rows = await this.writer.query<Row>(
      `select n.id::text as place, n.kind, n.noticed_at as at, n.seen_at is not null as seen, s.id as submission, s.kind as "submissionKind",
         t.id as thread, t.slug, t.title, p.number, case when n.kind = 'answered' then coalesce(m.name, p.author_name) end as by
       from private.notice n
       left join post_moved v on v.thread_id = n.thread_id and v.number = n.number
       left join (thread t join category c on c.id = t.category_id and c.audience = any($2)) on t.id = coalesce(v.to_thread, n.thread_id)
       left join post p on p.thread_id = t.id and p.number = coalesce(v.to_number, n.number) and p.gone is null
       left join member m on m.id = p.author_id
       left join desk.submission s on s.id = n.submission_id
       where n.member_id = $1 and ($3::bigint is null or n.id < $3) and (n.kind <> 'answered' or p.number is not null)
       order by n.id desc limit ${PAGE + 1}`,
      [visitor.member.id, audiencesOf(visitor.audience), before ?? null],
    );
    const shown = rows.slice(0, PAGE);
    return { rows: shown.map(noticeFrom), next: rows.length > PAGE ? (shown.at(-1)?.place ?? null) : null };
  }

  /** The page between two cursors was seen, with what it left out because it may not be read any more. */
  async seen(member: number, { before, next }: { before: string | undefined; next: string | null }, now: Date): Promise<void> {
    await this.writer.transaction(async (tx) => {
      const seen = await tx.query(
        `update private.notice set seen_at = $2 where member_id = $1 and seen_at is null
         and ($3::bigint is null or id < $3) and ($4::bigint is null or id >= $4) returning id`,
        [member, now, before ?? null, next],
      );
      if (seen.length > 0) await tx.tell({ news: 'NoticesChanged', member });
    });
  }
}

function noticeFrom({ kind, at, seen, submission, submissionKind, thread, slug, title, number, by }: Row): Notice {
  return {
    kind, at, seen, number, by,
    submission: submission === null || submissionKind === null ? null : { id: submission, kind: submissionKind },
    thread: thread === null ? null : { id: thread, slug: slug ?? '', title: title ?? '' },
  };
}
