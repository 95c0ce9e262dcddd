import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Writer } from '../database/writer.js';
import { REASONS } from '../desk/decisions/logged-reasons.js';
import { NotFound } from '../errors/errors.js';
import { excerpt } from '../markup/excerpt.js';
import { AccountEntity } from '../members/account.entity.js';
import type { RegistrationNews } from '../registrations/telling/known.js';
import type { Kind } from '../submissions/kind.js';
import type { Slice } from '../threads/visible.js';
import type { Visitor } from '../visitors/visitor.js';
import type { ReminderNews } from './cases/reminder-news.js';
import type { Told } from './told.js';

const PAGE = 20;
const OWN_LETTERS = 120;
const CURSOR = /^\d{1,18}$/;

/** A notice as its member reads it. A post that they may not read any more is not named. */
export interface Notice {
  kind: Told | 'answered' | 'mentioned' | 'case-changed' | 'workshop-alone' | RegistrationNews | ReminderNews;
  at: Date;
  seen: boolean;
  /** The member's own message, where the notice is about one. */
  submission: null | { id: string; kind: Kind };
  thread: null | { id: number; slug: string; title: string };
  /** The member's own registration, where the notice is about one. */
  registration: string | null;
  /** The number of the post that it leads to, if that is shown. */
  number: number | null;
  /** Who answered, or has named the member. */
  by: string | null;
  /**
   * The beginning of one's own message, the one that was decided about or answered; null where nothing of it stands.
   */
  own: string | null;
  /** Why, by codes of the list; empty where nothing was said. */
  reasons: string[];
}

interface Row {
  place: string;
  kind: Notice['kind'];
  at: Date;
  seen: boolean;
  submission: string | null;
  submissionKind: Kind | null;
  registration: string | null;
  thread: number | null;
  slug: string | null;
  title: string | null;
  number: number | null;
  by: string | null;
  html: string | null;
  answered: string | null;
  reasons: string[] | null;
}

/** What a member was told on the site: theirs alone. */
@Injectable()
export class Notices {
  constructor(private readonly writer: Writer) {}

  /** 20 notices older than the cursor, newest first. @throws NotFound when it is no cursor. */
  async of(visitor: Visitor, before: string | undefined): Promise<Slice<Notice>> {
    if (visitor.member === null || (before !== undefined && !CURSOR.test(before))) throw new NotFound();
    const rows = await this.writer.query<Row>(
      `select n.id::text as place, n.kind, n.noticed_at as at, n.seen_at is not null as seen, s.id as submission,
        s.kind as "submissionKind", n.registration_id as registration,
         t.id as thread, t.slug, t.title, p.number, case when n.kind = any('{answered,mentioned}') then coalesce(m.name,
           p.author_name) end as by,
         s.html, own.excerpt as answered, 
         case when n.kind = any('{refused,returned,taken-down}') then ${REASONS} end as reasons
       from private.notice n
       left join post_moved v on v.thread_id = n.thread_id and v.number = n.number
       left join (thread t join category c on c.id = t.category_id and c.audience = any($2))
         on t.id = coalesce(v.to_thread, n.thread_id)
       left join post p on p.thread_id = t.id and p.number = coalesce(v.to_number, n.number) and p.gone is null
       left join member m on m.id = p.author_id
       left join desk.submission s on s.id = n.submission_id
       left join desk.decision d on d.id = n.decision_id
       left join post own on n.kind = 'answered' and own.thread_id = p.thread_id
         and own.number = coalesce(p.reply_to, 1)
         and own.author_id = n.member_id and own.gone is null
       where n.member_id = $1 and ($3::bigint is null or n.id < $3)
         and (n.kind <> all('{answered,mentioned,case-changed}') or p.number is not null)
       order by n.id desc limit ${PAGE + 1}`,
      [visitor.member.id, audiencesOf(visitor.audience), before ?? null],
    );
    const shown = rows.slice(0, PAGE);
    return { rows: shown.map(noticeFrom), next: rows.length > PAGE ? (shown.at(-1)?.place ?? null) : null };
  }

  /** Whether this member is told when a post names them. */
  async toldOfMentions(member: number): Promise<boolean> {
    return (await this.writer.repository(AccountEntity).findOneBy({ memberId: member }))?.mentions ?? true;
  }

  async tellOfMentions(member: number, mentions: boolean): Promise<void> {
    await this.writer.repository(AccountEntity).update({ memberId: member }, { mentions });
  }

  /** The page between two cursors was seen, with what it left out because it may not be read any more. */
  async seen(
    member: number,
    { before, next }: { before: string | undefined; next: string | null },
    now: Date,
  ): Promise<void> {
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

function noticeFrom({
  submission,
  submissionKind,
  thread,
  slug,
  title,
  html,
  answered,
  reasons,
  ...row
}: Row): Notice {
  const { kind, at, seen, number, by, registration } = row;
  const own = answered ?? (html === null ? null : excerpt(html, OWN_LETTERS));
  return {
    kind,
    at,
    seen,
    number,
    by,
    registration,
    own: own === '' ? null : own,
    reasons: reasons ?? [],
    submission: submission === null || submissionKind === null ? null : { id: submission, kind: submissionKind },
    thread: thread === null ? null : { id: thread, slug: slug ?? '', title: title ?? '' },
  };
}
