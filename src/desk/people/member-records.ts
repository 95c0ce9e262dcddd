import { Injectable } from '@nestjs/common';
import { Writer } from '../../database/writer.js';
import { MemberEntity } from '../../members/member.entity.js';
import { isSuspendedAt, type Suspension } from '../../members/suspension.js';
import type { Status } from '../../submissions/followed.js';
import type { Role, Visitor } from '../../visitors/visitor.js';
import { kindsCountedAs } from '../kinds.js';
import { DecisionLog, type LogRow } from '../decisions/decision-log.js';
import { type AuthorHistory, historyOf } from './author-history.js';
import { type PageText, pageTextOf } from './profile-removals.js';
import { type NoteRow, notesOf } from './notes.js';

/** Readers said that a post of theirs is a problem. */
export interface ReportLine {
  /** Of the card. */
  id: string;
  status: Status;
  at: Date;
  thread: { id: number; slug: string; title: string };
  number: number;
}

/** What moderators know of a member. */
export interface MemberRecord {
  id: number;
  name: string;
  role: Role;
  joinedOn: Date;
  /** Null for a member who may log in. */
  suspension: null | (Suspension & { at: Date });
  /** Whether this moderator may suspend them, and let them in again. */
  maySuspend: boolean;
  history: AuthorHistory;
  /** Of this moderator's categories. */
  reports: { count: number; last: ReportLine[] };
  /** Decisions about the account and its page; for moderators of all categories. */
  decided: LogRow[];
  notes: NoteRow[];
  /** The last text of their page; null for none, and for moderators of some categories only. */
  page: PageText | null;
  /** Whether this moderator decides about that page. */
  judgesPage: boolean;
}

interface Found {
  id: number;
  name: string;
  role: Role;
  joinedOn: string;
  suspended: boolean;
  at: Date;
  until: Date | null;
  why: string | null;
}

const LAST = 10;
const NOTES = 100;

@Injectable()
export class MemberRecords {
  constructor(
    private readonly writer: Writer,
    private readonly log: DecisionLog,
  ) {}

  /**
   * The member whose name has this key; null when there is no such member, and for a visitor who moderates nothing.
   */
  async find(moderator: Visitor, nameKey: string): Promise<Pick<MemberRecord, 'id' | 'name'> | null> {
    if (!moderator.isModerator) return null;
    return this.writer.repository(MemberEntity).findOneBy({ nameKey });
  }

  /** Null as above. */
  async of(moderator: Visitor, member: number, now: Date): Promise<MemberRecord | null> {
    const [found] = await this.writer.query<Found>(
      `select m.id, m.name, m.role, m.joined_on::text as "joinedOn", ${isSuspendedAt('$2')} as suspended,
        a.suspended_at as at,
         a.suspended_until as until, a.suspended_for as why
       from member m join private.account a on a.member_id = m.id where m.id = $1`,
      [member, now],
    );
    if (found === undefined || !moderator.isModerator) return null;
    const { suspended, at, until, why, joinedOn, ...known } = found;
    const judgesPage = moderator.moderatesCategory(null);
    const [history, reports, decided, notes, page] = await Promise.all([
      historyOf(this.writer, moderator, { author: member, last: LAST }),
      this.reports(moderator, member),
      this.log.page(moderator, { about: member }, undefined, now),
      notesOf(this.writer, member, NOTES),
      judgesPage ? pageTextOf(this.writer, member) : null,
    ]);
    return {
      ...known,
      joinedOn: new Date(joinedOn),
      suspension: suspended ? { at, until, why } : null,
      maySuspend: moderator.maySuspend(known),
      history,
      reports,
      decided: decided.rows,
      notes,
      page,
      judgesPage,
    };
  }

  /** The public row of a post that was taken down has no author any more; the row at the desk has. */
  private async reports(moderator: Visitor, member: number): Promise<MemberRecord['reports']> {
    const rows = await this.writer.query<
      Omit<ReportLine, 'thread'> & { count: number; thread: number; slug: string; title: string }
    >(
      `select s.id, s.status, s.written_at as at, s.number, t.id as thread, t.slug, t.title,
        (count(*) over ())::int as count
       from (select thread_id, number from post where author_id = $1
         union select thread_id, number from desk.removed_post where author_id = $1) p
       join desk.submission s on s.thread_id = p.thread_id and s.number = p.number
         and s.kind in ${kindsCountedAs('report')}
       join thread t on t.id = s.thread_id
       where $2::int[] is null or s.category_id = any($2) order by s.written_at desc, s.id limit ${LAST}`,
      [member, moderator.desk],
    );
    const last = rows.map(({ count: _count, thread, slug, title, ...line }) => ({
      ...line,
      thread: { id: thread, slug, title },
    }));
    return { count: rows[0]?.count ?? 0, last };
  }
}
