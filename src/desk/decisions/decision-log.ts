import { Injectable } from '@nestjs/common';
import { Writer } from '../../database/writer.js';
import { NotFound } from '../../errors/errors.js';
import type { Kind } from '../../submissions/kind.js';
import type { Slice } from '../../threads/visible.js';
import { filled } from '../../site/reason.js';
import type { Visitor } from '../../visitors/visitor.js';
import type { Decision } from '../../publishing/decision.js';
import type { DecisionRow } from '../queue/card.js';
import { REASONS } from './logged-reasons.js';
import { UNDO_TIME } from '../../publishing/telling.js';
import { askerFrom, askerValues } from '../undoing/must-stand.js';
import { UNDONE } from '../undoing/undo-refusal.js';
import { WOULD_REFUSE } from '../undoing/would-refuse.js';

/** What the log is searched for; nothing set means everything. */
export interface LogFilter {
  decision?: Decision;
  /** Id of the member who decided. */
  moderator?: number;
  /** Slug. */
  category?: string;
  /** Id. */
  submission?: string;
  /** Id of the member whom it is about: their account, or their page. */
  about?: number;
}

/** A row of the log as the staff reads it. */
export interface LogRow extends DecisionRow {
  submission: string | null;
  kind: Kind | null;
  /** Null for decisions without a category: suspensions, texts of members' pages. */
  category: null | { slug: string; name: string };
  /** The member whom it is about, where there is no category. */
  member: string | null;
  thread: null | { id: number; slug: string; title: string };
  number: number | null;
  /** Whether it can be undone now. */
  undoable: boolean;
}

/** The decision just taken, for the line that offers to undo it. */
export interface DoneLine {
  id: string;
  decision: Decision;
  undoable: boolean;
}

type Raw = Omit<LogRow, 'category' | 'thread'> & {
  categorySlug: string | null;
  categoryName: string | null;
  threadId: number | null;
  slug: string | null;
  title: string | null;
};

const PAGE = 50;
const CURSOR = /^\d{1,18}$/;

const COLUMNS = `d.id::text, d.decided_at as at, coalesce(m.name, d.member_name) as by, d.decision,
  ${REASONS} as reasons, d.remark, d.version,
  d.undoes::text, ${UNDONE} as undone, (${WOULD_REFUSE}) is null as undoable, d.submission_id as submission, s.kind,
  d.number,
  c.slug as "categorySlug", c.name as "categoryName", mm.name as member, t.id as "threadId", t.slug, t.title`;

const JOINS = `left join category c on c.id = d.category_id
  left join desk.submission s on s.id = d.submission_id
  left join thread t on t.id = d.thread_id
  left join member m on m.id = d.member_id
  left join member mm on d.category_id is null and mm.id = (d.detail->>'member')::int`;

/**
 * The staff's log: every decision with who took it, newest first. Rows are never changed; a decision that was undone
 * is shown as undone.
 */
@Injectable()
export class DecisionLog {
  constructor(private readonly writer: Writer) {}

  /** 50 rows older than the cursor. @throws NotFound when it is not a cursor. */
  async page(moderator: Visitor, filter: LogFilter, before: string | undefined, now: Date): Promise<Slice<LogRow>> {
    if (before !== undefined && !CURSOR.test(before)) throw new NotFound();
    const { decision = null, moderator: by = null, category = null, submission = null, about = null } = filter;
    const rows = await this.writer.query<Raw>(
      `select ${COLUMNS} from (
         select * from desk.decision d
         where ($1::int[] is null or d.category_id = any($1)) and ($2::bigint is null or d.id < $2)
         and ($3::text is null or d.decision = $3) and ($4::int is null or d.member_id = $4)
         and ($5::text is null or d.category_id = (select id from category where slug = $5)) and ($6::uuid is null
           or d.submission_id = $6)
         and ($7::int is null or (d.category_id is null and d.detail ? 'member' and (d.detail->>'member')::int = $7))
         order by d.id desc limit ${PAGE + 1}
       ) d ${JOINS} cross join ${askerFrom(8)} order by d.id desc`,
      [moderator.desk, before ?? null, decision, by, category, submission, about, ...askerValues({ moderator, now })],
    );
    const shown = rows.slice(0, PAGE);
    return { rows: shown.map(rowFrom), next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
  }

  /** Null outside of the moderator's categories; `now` says whether its 30 seconds are over. */
  async line(moderator: Visitor, id: string, now: Date): Promise<DoneLine | null> {
    const [row] = await this.writer.query<Raw>(
      `select ${COLUMNS} from desk.decision d ${JOINS} cross join ${askerFrom(3)} where d.id = $1::bigint
        and ($2::int[] is null
        or d.category_id = any($2))`,
      [id, moderator.desk, ...askerValues({ moderator, now })],
    );
    if (row === undefined) return null;
    const { decision, undoable } = rowFrom(row);
    return { id, decision, undoable: undoable && now.getTime() - row.at.getTime() < UNDO_TIME };
  }

  /** The members who may have decided something, as choices of the filter. */
  deciders(): Promise<{ id: number; name: string }[]> {
    return this.writer.query(
      `select id, name from member where role in ('moderator', 'administrator') order by name_key limit 200`,
    );
  }
}

function rowFrom({ categorySlug, categoryName, threadId, slug, title, ...row }: Raw): LogRow {
  return {
    ...row,
    category: categorySlug === null || categoryName === null ? null : { slug: categorySlug, name: categoryName },
    thread: threadId === null ? null : { id: threadId, slug: slug ?? '', title: title ?? '' },
    // Without the author's name: the log is about who decided.
    remark: row.remark && filled(row.remark, { author: '', thread: title ?? categoryName ?? '' }),
  };
}
