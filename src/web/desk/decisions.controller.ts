import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { DeskConflictPage } from '../../../client/desk/desk-conflict-page.js';
import { DeskSubmissionPage } from '../../../client/desk/desk-submission-page.js';
import { DoneCard } from '../../../client/desk/done-card.js';
import type { DecisionWritten } from '../../../client/desk/decision-written.js';
import type { DeskRecord } from '../../desk/queue/card.js';
import { DecisionLog } from '../../desk/decisions/decision-log.js';
import { Decisions } from '../../desk/decisions/decisions.js';
import { Queue } from '../../desk/queue/queue.js';
import { Records } from '../../desk/queue/records.js';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import { Conflict, NotFound } from '../../errors/errors.js';
import { type Answer, json, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { backToDesk, positionLeft } from './back-to-desk.js';
import { withFacts } from '../writing/facts-fields.js';
import { htmlOf } from '../kit/html-of.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { doneQuery, submissionPath, type SubmissionPath } from '../kit/path-parts.js';
import { positionAt } from './queue-query.js';
import { sentDecision, type SentDecision } from './sent-fields.js';

/** One submission at the desk, in any state, and what is decided about it. */
@Controller('desk/submissions/:id')
export class DecisionsController {
  constructor(
    private readonly records: Records,
    private readonly queue: Queue,
    private readonly decisions: Decisions,
    private readonly log: DecisionLog,
  ) {}

  @Get()
  @ForModerators()
  async show(
    @PathParts(submissionPath) { id }: SubmissionPath,
    @QueryParts(doneQuery) { done }: z.infer<typeof doneQuery>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const { visitor, ui } = asking;
    const [record, line] = await Promise.all([
      this.record(asking, id),
      done === undefined ? null : this.log.line(visitor, done, asking.now),
    ]);
    return page(
      h(DeskSubmissionPage, { ui, record, me: visitor.member?.id ?? null, written: null, errors: null, done: line }),
    );
  }

  @Post('decision')
  @ForModerators()
  async create(
    @PathParts(submissionPath) { id }: SubmissionPath,
    @Fields(sentDecision) sent: SentDecision,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return orAgain(
      () => this.decide(asking, id, sent),
      (errors, error) => this.problem(asking, id, { sent, errors, isConflict: error instanceof Conflict }),
    );
  }

  private async decide(asking: Asking, id: string, sent: SentDecision): Promise<Answer> {
    const { visitor, request, writtenIn: language, now } = asking;
    const position = positionLeft(request, id, sent.back);
    const done = await this.decisions.decide(visitor, id, { ...withFacts(sent), reasons: sent.reason, language }, now);
    // The script of the queue has the card become one line where it stands.
    if (request.headers.accept?.startsWith('application/json')) return this.line(asking, id, done.id, sent.back);
    // A tool sends no position in the queue, and no card is open there.
    const hand = position !== null && sent.back !== '';
    const next = hand ? await this.queue.next(visitor, id, { filter: position.filter, now }) : null;
    return seeOther(backToDesk(position, { submission: id, done: done.id, next }));
  }

  private async line(asking: Asking, id: string, decision: string, back: string): Promise<Answer> {
    const { visitor, ui, now } = asking;
    const [record, done] = await Promise.all([this.record(asking, id), this.log.line(visitor, decision, now)]);
    return json({ html: htmlOf(h(DoneCard, { ui, record, done, back: back === '' ? '/desk' : back })) });
  }

  /**
   * After a decision by somebody else the page shows that decision; after any other problem it shows the card again,
   * with what was typed.
   */
  private async problem(
    asking: Asking,
    id: string,
    { sent, errors, isConflict }: { sent: SentDecision; errors: FormErrors; isConflict: boolean },
  ): Promise<Answer> {
    const { visitor, ui } = asking;
    const record = await this.record(asking, id);
    const { decision, reason: reasons, remark, reply, title = '', text = '' } = sent;
    const written: DecisionWritten = {
      decision,
      reasons,
      remark,
      title,
      text: withoutReturns(text),
      reply: withoutReturns(reply),
      facts: withFacts(sent).facts,
      question: sent.question,
    };
    if (isConflict) return page(h(DeskConflictPage, { ui, record, by: quicker(record), written, problem: errors }));
    const me = visitor.member?.id ?? null;
    const back = positionAt(sent.back) === null ? null : sent.back;
    return page(h(DeskSubmissionPage, { ui, record, me, written, errors, done: null, back }));
  }

  private async record({ visitor }: Asking, id: string): Promise<DeskRecord> {
    const record = await this.records.one(visitor, id);
    if (record === null) throw new NotFound();
    return record;
  }
}

function withoutReturns(typed: string): string {
  return typed.replaceAll('\r\n', '\n');
}

/** The moderator's decision that came first; null while it waits, or when its author has withdrawn it. */
function quicker({ status, decisions }: DeskRecord): DeskRecord['decisions'][number] | null {
  if (status === 'waiting' || status === 'withdrawn') return null;
  return (
    decisions.findLast(({ version, decision, undone }) => version !== null && decision !== 'undo' && !undone) ?? null
  );
}
