import { Injectable } from '@nestjs/common';
import { audiencesOf } from '../categories/audience.js';
import { Writer } from '../database/writer.js';
import type { Audience, Slice } from '../threads/visible.js';
import type { Visitor } from '../visitors/visitor.js';
import { readSubmissionCursor, writeSubmissionCursor } from './submission-cursor.js';
import type { EarlierVersion, FollowedSubmission } from './followed.js';
import { FOLLOWED, followedFrom, type FollowedRow } from './followed-row.js';
import { standingFacts } from './thread-facts/facts-reading.js';
import { shownFacts } from './thread-facts/shown-facts.js';
import { filesUntil } from './documents/files-until.js';
import { type HeldFile, heldFiles, typedDocument } from './documents/held-file.js';
import { namedFiles } from './documents/named-files.js';
import type { TypedDocument } from './documents/typed-document.js';
import { MAY_ASK } from './asks.js';
import { kindsWith } from './kind.js';
import { type Owner, ownedBy } from './owner.js';

const PAGE = 20;

/** What somebody sent, read by nobody but them. It waits in the desk's tables, so the writer's login reads it. */
@Injectable()
export class OwnSubmissions {
  constructor(private readonly writer: Writer) {}

  /** Null for a token that opens nothing, and for a submission that is somebody else's. */
  async one(owner: Owner): Promise<FollowedSubmission | null> {
    const { where, values } = ownedBy(owner, 2);
    // Access by a token alone is treated as a guest's, even if the person has an account.
    const audience: Audience = 'token' in owner ? 'everyone' : owner.author.audience;
    const [row] = await this.writer.query<FollowedRow>(`${FOLLOWED} where ${where}`, [
      audiencesOf(audience),
      ...values,
    ]);
    if (row === undefined) return null;
    const documents = await heldFiles(this.writer, row.said.map(typedDocument), row.said);
    const plain = { ...followedFrom(row), documents };
    const followed = { ...plain, filesUntil: filesUntil(plain) };
    const { published, thread } = followed;
    if (followed.facts === null) return followed;
    // Changed since by a host or the team: its author changes what stands now.
    const standing = published === null ? null : await standingFacts(this.writer, published);
    // The town of a thread is a moderator's once it stands.
    const own = published !== null && followed.facts.of === 'tie' ? null : followed.facts;
    const said = { thread: thread?.id ?? null, facts: standing ?? own };
    const [facts = null] = await shownFacts(this.writer, [said]);
    return { ...followed, facts };
  }

  /** The files that a form names, with what is typed about them; those of the submission itself by their ids. */
  async held(owner: Owner, typed: readonly TypedDocument[]): Promise<HeldFile[]> {
    const standing = typed.length === 0 ? undefined : await this.one(owner);
    return heldFiles(
      this.writer,
      typed,
      standing?.documents.flatMap(({ file }) => file ?? []),
    );
  }

  /**
   * The texts that a later one has replaced, newest first: what was corrected, and what the team has changed, before
   * it was published or after.
   */
  async earlier(owner: Owner): Promise<EarlierVersion[]> {
    const { where, values } = ownedBy(owner, 1);
    const rows = await this.writer.query<EarlierVersion & { thread: number | null }>(
      `select v.version, v.title, v.html, v.facts,
         case when ${MAY_ASK} then v.question end as asks, ${namedFiles('v.documents')} as documents,
         v.written_by as by, v.written_at as at,
         s.thread_id as thread
       from desk.submission s join desk.submission_version v on v.submission_id = s.id
       left join thread t on t.id = s.thread_id
       left join post p on p.thread_id = s.thread_id and p.number = s.number and s.status = 'published'
         and p.gone is null and p.edited_by_team
       where ${where} and (v.version < s.version or p.source <> v.source or p.question <> v.question)
       order by v.version desc limit ${PAGE}`,
      values,
    );
    const facts = await shownFacts(this.writer, rows);
    return rows.map(({ thread: _thread, ...row }, at) => ({ ...row, facts: facts[at] ?? null }));
  }

  /** Newest first, 20 at a time. */
  async of(visitor: Visitor, before: string | undefined): Promise<Slice<FollowedSubmission>> {
    if (visitor.member === null) return { rows: [], next: null };
    const cursor = before === undefined ? null : readSubmissionCursor(before);
    const rows = await this.writer.query<FollowedRow>(
      `${FOLLOWED} where s.author_id = $2 and s.kind in ${kindsWith('isContribution')}
       and ($3::bigint is null or (s.written_at, s.id) < (timestamptz 'epoch' + $3::bigint * interval '1 microsecond',
       $4::uuid))
       order by s.written_at desc, s.id desc limit ${PAGE + 1}`,
      [audiencesOf(visitor.audience), visitor.member.id, cursor?.place ?? null, cursor?.id ?? null],
    );
    const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
    return {
      rows: rows.slice(0, PAGE).map(followedFrom),
      next: last === undefined ? null : writeSubmissionCursor(last),
    };
  }

  /** A member's comments that wait on an article which has no thread yet, oldest first; empty for guests. */
  async waitingOn(
    { site, identifier }: { site: string; identifier: string },
    visitor: Visitor,
  ): Promise<FollowedSubmission[]> {
    if (visitor.member === null) return [];
    const rows = await this.writer.query<FollowedRow>(
      `${FOLLOWED} where s.author_id = $2 and s.status = 'waiting' and s.article->>'site' = $3
        and s.article->>'identifier' = $4
       order by s.written_at, s.id limit 50`,
      [audiencesOf(visitor.audience), visitor.member.id, site, identifier],
    );
    return rows.map(followedFrom);
  }

  /** The text of one's own page that waits or came back; the last one, where there are several. */
  async waitingProfile(visitor: Visitor): Promise<FollowedSubmission | null> {
    if (visitor.member === null) return null;
    const [row] = await this.writer.query<FollowedRow>(
      `${FOLLOWED} where s.author_id = $2 and s.kind in ${kindsWith('standsOnPage')}
        and s.status in ('waiting', 'returned') order by s.written_at desc, s.id limit 1`,
      [audiencesOf(visitor.audience), visitor.member.id],
    );
    return row === undefined ? null : followedFrom(row);
  }

  /** A member's replies, comments and edits that wait in a thread, oldest first; empty for guests. */
  async waitingIn(thread: number, visitor: Visitor): Promise<FollowedSubmission[]> {
    if (visitor.member === null) return [];
    const rows = await this.writer.query<FollowedRow>(
      `${FOLLOWED} where (s.thread_id = $2 or (s.article is not null and t.id = $2)) and s.author_id = $3
        and s.kind in ${kindsWith('waitsInThread')} and s.status in ('waiting', 'returned')
       order by s.written_at, s.id limit 50`,
      [audiencesOf(visitor.audience), thread, visitor.member.id],
    );
    return rows.map(followedFrom);
  }
}
