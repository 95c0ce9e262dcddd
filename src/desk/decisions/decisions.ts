import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { together } from '../../database/together.js';
import type { Transaction } from '../../database/transaction.js';
import { Writer } from '../../database/writer.js';
import { Conflict, Invalid, NotFound } from '../../errors/errors.js';
import { type Decided, log } from '../../publishing/log.js';
import { PUBLISHING_KINDS } from '../../publishing/kinds.js';
import { publish } from '../../publishing/publish.js';
import type { Published } from '../../publishing/published.js';
import { settle } from '../../publishing/settle.js';
import { Reception } from '../../reception/reception.js';
import { keepVersion } from '../../submissions/keep-version.js';
import type { Visitor } from '../../visitors/visitor.js';
import { DESK_KINDS } from '../kinds.js';
import { lostRace } from '../queue/lost-race.js';
import { acceptReply } from './accept-reply.js';
import { agree } from './agreements.js';
import { JointDecisions } from './joint-decisions.js';
import { isPlain, judged, type ReadSubmission } from './judged.js';
import { refusedFor } from './reasons.js';
import { answerOf, type Verdict } from './verdict.js';

interface Asked {
  id: string;
  verdict: Verdict;
  /** The bulk that this is part of. */
  batch?: string;
  /** Whether the transaction is there for this decision and for nothing else. */
  alone?: boolean;
}

@Injectable()
export class Decisions {
  private readonly joint: JointDecisions;

  constructor(
    writer: Writer,
    private readonly reception: Reception,
  ) {
    this.joint = new JointDecisions(writer, ({ moderator, id, verdict, now }) =>
      writer.transaction((tx) => this.decideIn(tx, moderator, { id, verdict, alone: true }, now)),
    );
  }

  /**
   * Decides about one submission, once. @throws NotFound outside of the moderator's categories, Invalid for a refusal
   * without a reason, Conflict when somebody decided or the author corrected since `version` was read, or when it
   * cannot be published any more. Then nothing has changed. Answers what was written to the log: `agree` where a
   * second moderator must agree.
   */
  decide(moderator: Visitor, id: string, verdict: Verdict, now: Date): Promise<Decided> {
    return this.joint.decide({ moderator, id, verdict, now });
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
    if (kind.decide !== undefined) return kind.decide(tx, moderator, read, verdict, now);
    const answer = answerOf(verdict);
    if (!kind.answerable && answer !== null) throw new Invalid({ reply: 'wrong' });
    const settlement = await judged(tx, read, { moderator, member, verdict, batch, refused }, now);
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
  private async read(tx: Transaction, moderator: Visitor, { id, verdict }: Asked): Promise<ReadSubmission> {
    const [read] = await tx.query<ReadSubmission>(
      `select s.id, s.category_id as category, s.kind, s.thread_id as thread, s.number, s.title, s.source, s.facts,
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
}
