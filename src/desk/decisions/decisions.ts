import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { together } from '../../database/together.js';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Conflict, Invalid, NotFound } from '../../errors/errors.js';
import { render, RENDERER_VERSION } from '../../markup/render.js';
import { keepVersion } from '../../submissions/keep-version.js';
import type { SubmissionRow } from '../../submissions/submission-row.js';
import type { Identity, Visitor } from '../../visitors/visitor.js';
import { acceptReply } from './accept-reply.js';
import { agree } from './agreements.js';
import { propertiesOf } from '../../submissions/kind.js';
import { DESK_KINDS } from '../kinds.js';
import { lockPlace } from '../../publishing/lock-place.js';
import { type Decided, log } from '../../publishing/log.js';
import { mustBeChecked } from '../documents/must-be-checked.js';
import { lostRace } from '../queue/lost-race.js';
import { PUBLISHING_KINDS } from '../../publishing/kinds.js';
import { publish } from '../../publishing/publish.js';
import type { Hand, Published } from '../../publishing/published.js';
import { type Refused, refusedFor } from './reasons.js';
import { Reception } from '../../reception/reception.js';
import { remarkOf } from './remark.js';
import { settle, type Settlement } from '../../publishing/settle.js';
import { answerOf, otherWords, type ReadWords, type Verdict } from './verdict.js';

const STATUS = { accept: 'published', return: 'returned', refuse: 'refused', spam: 'spam' } as const;

interface Read extends Pick<SubmissionRow, 'category'>, Omit<ReadWords, 'id'> {
  /** How many moderators must agree in its category. */
  needed: number;
  /** Who wrote the version that was read: its author or the team. */
  writtenBy: Hand | null;
}

interface Asked {
  id: string;
  verdict: Verdict;
  /** The bulk that this is part of. */
  batch?: string;
  /** Whether the transaction is there for this decision and for nothing else. */
  alone?: boolean;
}

/** One that takes its place behind others in a thread and brings nothing but words. */
function isPlain({ kind, number, facts, documents }: Read): boolean {
  return PUBLISHING_KINDS[kind]?.standsBehind === true && number === null && facts === null && documents.length === 0;
}

@Injectable()
export class Decisions {
  constructor(
    private readonly writer: Writer,
    private readonly reception: Reception,
  ) {}

  /**
   * Decides about one submission, once. @throws NotFound outside of the moderator's categories, Invalid for a refusal
   * without a reason, Conflict when somebody decided or the author corrected since `version` was read, or when it
   * cannot be published any more. Then nothing has changed. Answers what was written to the log: `agree` where a
   * second moderator must agree.
   */
  decide(moderator: Visitor, id: string, verdict: Verdict, now: Date): Promise<Decided> {
    return this.writer.transaction((tx) => this.decideIn(tx, moderator, { id, verdict, alone: true }, now));
  }

  /** The same inside a transaction of the caller's. */
  async decideIn(tx: Transaction, moderator: Visitor, asked: Asked, now: Date): Promise<Decided> {
    const { id, verdict, batch, alone } = asked;
    const { member } = moderator;
    if (member === null) throw new NotFound();
    const [read, refused] = await together([
      this.read(tx, moderator, { id, verdict }),
      refusedFor(tx, id, verdict.decision === 'refuse' ? verdict.reasons : []),
    ]);
    const kind = DESK_KINDS[read.kind];
    if (kind.decide !== undefined) return kind.decide(tx, moderator, { id, ...read }, verdict, now);
    const answer = answerOf(verdict);
    if (!kind.answerable && answer !== null) throw new Invalid({ reply: 'wrong' });
    const settlement = await this.judged(tx, moderator, read, { id, verdict, batch, member, refused }, now);
    if (verdict.decision === 'accept' && read.needed > 1 && kind.agreed) {
      const { version, scope, words = null } = settlement;
      const first = await agree(tx, { id, version, scope, words, batch }, member, now);
      if (first !== null && answer !== null) throw new Conflict('reply-too-early');
      if (first !== null) return first;
    }
    if (verdict.decision === 'accept' && answer === null && isPlain(read) && (settlement.words ?? null) === null)
      return acceptReply(tx, settlement, { hand: read.writtenBy ?? 'author', batch, member, alone }, now);
    const row = await settle(tx, settlement, now);
    if (row === null) throw await lostRace(tx, id, verdict.version);
    const edited = (settlement.words ?? null) !== null;
    if (edited) await keepVersion(tx, row, { by: 'team', member: member.id }, now);
    const at =
      verdict.decision === 'accept'
        ? await publish(tx, row, now, { hand: edited ? 'team' : (read.writtenBy ?? 'author') })
        : null;
    const detail =
      at !== null && answer !== null
        ? { reply: await this.answer(tx, moderator, { at, text: answer, verdict }, now) }
        : undefined;
    const { reasons, remark } = settlement;
    const about = PUBLISHING_KINDS[row.kind]?.detail?.(row);
    const place = at ?? { thread: row.thread, number: row.number };
    const decision = edited ? 'edit-and-accept' : verdict.decision;
    await tx.tell({ news: 'QueueChanged', category: row.category, submission: id });
    const logging = log(
      tx,
      member,
      {
        decision,
        category: row.category,
        submission: id,
        ...place,
        version: row.version,
        reasons,
        remark,
        detail: detail ?? about,
        batch,
      },
      now,
    );
    // The row was settled: only a failure can come of the log, and all of it goes back then.
    if (alone === true) tx.commitBehind();
    return logging;
  }

  /** Publishes the moderator's own answer after the accepted post, without a decision about it. Answers its number. */
  private async answer(
    tx: Transaction,
    moderator: Visitor,
    { at, text, verdict }: { at: Published; text: string; verdict: Verdict },
    now: Date,
  ): Promise<number> {
    // A random key: of two moderators who accept at once only one comes this far, and the same answer may be given
    // again later.
    const draft = {
      kind: 'reply' as const,
      thread: at.thread,
      replyTo: at.number,
      text,
      name: '',
      email: '',
      key: randomUUID(),
      language: verdict.language,
    };
    return (await this.reception.publishIn(tx, moderator, draft, now)).number;
  }

  /** Reading before the one UPDATE is safe: a version never changes its words, and the UPDATE names the version. */
  private async read(tx: Transaction, moderator: Visitor, { id, verdict }: Asked): Promise<Read> {
    const [read] = await tx.query<Read>(
      `select s.category_id as category, s.kind, s.thread_id as thread, s.number, s.title, s.source, s.facts,
        s.documents,
        s.question, (select t.kind from thread t where t.id = s.thread_id) as "threadKind",
        coalesce(c.agreement, 1) as needed,
         v.written_by as "writtenBy"
       from desk.submission s left join category c on c.id = s.category_id
       left join desk.submission_version v on v.submission_id = s.id and v.version = $2 where s.id = $1`,
      [id, verdict.version],
    );
    if (read === undefined || !moderator.moderatesCategory(read.category)) throw new NotFound();
    return read;
  }

  private async judged(
    tx: Transaction,
    moderator: Visitor,
    read: Read,
    { id, verdict, batch, member, refused }: Asked & { member: Identity; refused: Refused },
    now: Date,
  ): Promise<Settlement> {
    const refuses = verdict.decision === 'refuse';
    const { reasons } = refused;
    if (refuses && reasons.length === 0) throw new Invalid({ reason: 'reason-missing' });
    const words = await otherWords(tx, { ...read, id }, verdict, now);
    if (batch !== undefined && verdict.decision === 'accept' && read.documents.length > 0)
      throw new Conflict('look-at-documents');
    if (verdict.decision === 'accept') await mustBeChecked(tx, words?.documents ?? read.documents);
    const typed = remarkOf(verdict.remark);
    const remark = typed === null && refuses ? remarkOf(refused.words) : typed;
    // A post that returns under its old number is locked together with the edits that wait for it, in the order of all
    // their ids.
    if (propertiesOf(read.kind).becomesPost && read.thread !== null && read.number !== null)
      await lockPlace(tx, read.thread, [read.number]);
    return {
      id,
      version: verdict.version,
      status: STATUS[verdict.decision],
      scope: moderator.desk,
      by: member.id,
      reasons,
      remark,
      words:
        words === null
          ? null
          : { ...words, html: render(words.text, verdict.language), rendererVersion: RENDERER_VERSION },
    };
  }
}
