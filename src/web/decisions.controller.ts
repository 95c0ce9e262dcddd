import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { DeskConflictPage } from '../../client/pages/desk-conflict-page.js';
import { DeskSubmissionPage } from '../../client/pages/desk-submission-page.js';
import { DoneCard } from '../../client/parts/done-card.js';
import type { DecisionWritten } from '../../client/parts/decision-forms.js';
import { Clock } from '../clock/clock.js';
import type { DeskRecord } from '../desk/card.js';
import { DecisionLog } from '../desk/decision-log.js';
import { Decisions } from '../desk/decisions.js';
import { Queue } from '../desk/queue.js';
import { Records } from '../desk/records.js';
import { Conflict, NotFound } from '../errors/errors.js';
import { Asked, type Asking } from './asking.js';
import { backToDesk, placeLeft } from './back-to-desk.js';
import { formProblem } from './form-problem.js';
import { Fields, PathParts, QueryParts } from './input.js';
import { ForModerators } from './marks.js';
import { Pages } from './pages.js';
import { doneQuery, submissionPath, type SubmissionPath } from './path-parts.js';
import { sentDecision, type SentDecision } from './sent-fields.js';

/** One submission at the desk, in any state, and what is decided about it. */
@Controller('desk/submissions/:id')
export class DecisionsController {
  constructor(
    private readonly records: Records, private readonly queue: Queue, private readonly decisions: Decisions, private readonly log: DecisionLog,
    private readonly pages: Pages, private readonly clock: Clock,
  ) {}

  @Get()
  @ForModerators()
  async show(@PathParts(submissionPath) { id }: SubmissionPath, @QueryParts(doneQuery) { done }: z.infer<typeof doneQuery>, @Asked() asking: Asking): Promise<void> {
    const { visitor, request, reply } = asking;
    const ui = this.pages.ui(visitor, request);
    const [record, line] = await Promise.all([
      this.record(asking, id), done === undefined ? null : this.log.line(visitor, done, this.clock.now()),
    ]);
    await this.pages.send(reply, h(DeskSubmissionPage, { ui, record, me: visitor.member?.id ?? null, written: null, errors: null, done: line }));
  }

  @Post('decision')
  @ForModerators()
  async create(@PathParts(submissionPath) { id }: SubmissionPath, @Fields(sentDecision) sent: SentDecision, @Asked() asking: Asking): Promise<void> {
    const { visitor, request, reply } = asking;
    const language = this.pages.writtenIn(request);
    try {
      const now = this.clock.now();
      const place = placeLeft(request, id, sent.back);
      const done = await this.decisions.decide(visitor, id, { ...sent, reasons: sent.reason, language }, now);
      // The script of the queue has the card become one line where it stands.
      if (request.headers.accept?.startsWith('application/json')) return await this.answerLine(asking, id, { decision: done.id, back: sent.back });
      // A program says no place, and has no card in hand.
      const next = place === null || sent.back === '' ? null : await this.queue.next(visitor, id, { filter: place.filter, now });
      await reply.redirect(backToDesk(place, { submission: id, done: done.id, next }), 303);
    } catch (error) {
      await this.answerProblem(error, asking, id, sent);
    }
  }

  private async answerLine({ visitor, request, reply }: Asking, id: string, { decision, back }: { decision: string; back: string }): Promise<void> {
    const [record, done] = await Promise.all([this.record({ visitor, request, reply }, id), this.log.line(visitor, decision, this.clock.now())]);
    const line = h(DoneCard, { ui: this.pages.ui(visitor, request), record, done, back: back === '' ? '/desk' : back });
    await reply.header('cache-control', 'no-store').send({ html: this.pages.fragment(line) });
  }

  /** The lost race shows what the submission has become; anything else shows the card again, with what was typed. */
  private async answerProblem(error: unknown, asking: Asking, id: string, sent: SentDecision): Promise<void> {
    const { visitor, request, reply } = asking;
    const { status, errors } = formProblem(error);
    const record = await this.record(asking, id);
    const ui = this.pages.ui(visitor, request);
    const { decision, reason: reasons, remark, reply: answer, title = '', text = '' } = sent;
    const written: DecisionWritten = { decision, reasons, remark, title, text: withoutReturns(text), reply: withoutReturns(answer) };
    if (error instanceof Conflict) await this.pages.send(reply, h(DeskConflictPage, { ui, record, by: quicker(record), written, problem: errors }), { status });
    else await this.pages.send(reply, h(DeskSubmissionPage, { ui, record, me: visitor.member?.id ?? null, written, errors, done: null }), { status });
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

/** The decision that settled it; null while it waits, or when its author was the one. */
function quicker({ status, decisions }: DeskRecord): DeskRecord['decisions'][number] | null {
  if (status === 'waiting' || status === 'withdrawn') return null;
  return decisions.findLast(({ version, decision, undone }) => version !== null && decision !== 'undo' && !undone) ?? null;
}
