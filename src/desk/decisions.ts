import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { Writer } from '../database/writer.js';
import { Invalid, NotFound } from '../errors/errors.js';
import { render, RENDERER_VERSION } from '../markup/render.js';
import { checkedWords, type Words } from '../submissions/checked.js';
import { keepVersion } from '../submissions/store.js';
import type { SubmissionRow } from '../submissions/submission-row.js';
import type { Identity, Language, Visitor } from '../visitors/visitor.js';
import { agree, isAgreed } from './agreements.js';
import { log } from './log.js';
import type { DecisionRow } from './card.js';
import { lostRace } from './lost-race.js';
import { publish } from './publish.js';
import type { Hand } from './published.js';
import type { Reason } from './reasons.js';
import { remarkOf } from './remark.js';
import { settle, type Settlement } from './settle.js';

/** What a moderator decides about the version that they read. */
export interface Verdict {
  decision: 'accept' | 'return' | 'refuse' | 'spam';
  version: number;
  reason: Reason | null;
  remark: string;
  /** With an acceptance: the team's words, where they differ from the author's. */
  title?: string;
  text?: string;
  language: Language;
}

const STATUS = { accept: 'published', return: 'returned', refuse: 'refused', spam: 'spam' } as const;

interface Read extends Pick<SubmissionRow, 'category' | 'kind' | 'number' | 'title' | 'source'> {
  /** How many moderators must agree in its category. */
  needed: number;
  /** Whose words the version that was read has. */
  writtenBy: Hand | null;
}

interface Judged {
  read: Read;
  settlement: Settlement;
}

/**
 * The words that the team wants instead, or null when they are the author's own. A field that came empty changes
 * nothing: a form may carry it unfilled, and no acceptance can mean "publish nothing".
 */
function otherWords(read: Read, verdict: Verdict): Words | null {
  const text = verdict.text?.trim() ? verdict.text : read.source;
  const title = verdict.title?.trim() ? verdict.title : read.title;
  if (verdict.decision !== 'accept' || (text === read.source && title === read.title)) return null;
  const words = checkedWords(read.title === null ? null : title, text);
  return words.text === read.source && words.title === read.title ? null : words;
}

@Injectable()
export class Decisions {
  constructor(private readonly writer: Writer) {}

  /**
   * One decision, once. @throws NotFound outside of the moderator's categories, Invalid for a refusal without a reason,
   * Conflict when somebody decided or the author corrected since `version` was read, or when it cannot be published
   * any more. Then nothing has changed. Answers what was written to the log: `agree` where somebody else is awaited.
   */
  decide(moderator: Visitor, id: string, verdict: Verdict, now: Date): Promise<DecisionRow['decision']> {
    return this.writer.transaction((tx) => this.decideIn(tx, moderator, { id, verdict }, now));
  }

  /** The same inside a transaction of the caller's. */
  async decideIn(tx: Transaction, moderator: Visitor, { id, verdict }: { id: string; verdict: Verdict }, now: Date): Promise<DecisionRow['decision']> {
    const { member } = moderator;
    if (member === null) throw new NotFound();
    const { read, settlement } = await this.judged(tx, moderator, { id, verdict, member });
    if (verdict.decision === 'accept' && read.needed > 1 && isAgreed(read.kind)) {
      const { version, scope, words = null } = settlement;
      if (!(await agree(tx, { id, version, scope, words }, member, now))) return 'agree';
    }
    const row = await settle(tx, settlement, now);
    if (row === null) throw await lostRace(tx, id, verdict.version);
    const edited = (settlement.words ?? null) !== null;
    if (edited) await keepVersion(tx, row, { by: 'team', member: member.id }, now);
    const at = verdict.decision === 'accept' ? await publish(tx, row, now, edited ? 'team' : (read.writtenBy ?? 'author')) : null;
    const { reason, remark } = settlement;
    const decision = edited ? 'edit-and-accept' : verdict.decision;
    const place = at ?? { thread: row.thread, number: row.number };
    await log(tx, member, { decision, category: row.category, submission: id, ...place, version: row.version, reason, remark }, now);
    await tx.tell({ news: 'QueueChanged', category: row.category, submission: id });
    return decision;
  }

  /** Reading before the one UPDATE is safe: a version never changes its words, and the UPDATE names the version. */
  private async judged(
    tx: Transaction, moderator: Visitor, { id, verdict, member }: { id: string; verdict: Verdict; member: Identity },
  ): Promise<Judged> {
    const [read] = await tx.query<Read>(
      `select s.category_id as category, s.kind, s.number, s.title, s.source, c.agreement as needed, v.written_by as "writtenBy"
       from desk.submission s join category c on c.id = s.category_id
       left join desk.submission_version v on v.submission_id = s.id and v.version = $2 where s.id = $1`,
      [id, verdict.version],
    );
    if (read === undefined || !moderator.moderatesCategory(read.category)) throw new NotFound();
    if (verdict.decision === 'refuse' && verdict.reason === null) throw new Invalid({ reason: 'reason-missing' });
    const words = otherWords(read, verdict);
    const settlement: Settlement = {
      id,
      version: verdict.version,
      status: STATUS[verdict.decision],
      scope: moderator.desk,
      by: member.id,
      reason: verdict.decision === 'refuse' ? verdict.reason : null,
      remark: remarkOf(verdict.remark),
      words: words === null ? null : { ...words, html: render(words.text, verdict.language), rendererVersion: RENDERER_VERSION },
    };
    return { read, settlement };
  }
}
