import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { questionsAddress } from '../../../client/kit/address.js';
import type { Ui } from '../../../client/kit/ui.js';
import { QuestionsPage, type QuestionsPageProps } from '../../../client/threads/questions-page.js';
import { NotFound } from '../../errors/errors.js';
import { Threads } from '../../threads/threads.js';
import { takesQuestions } from '../../threads/visible.js';
import type { Asking } from '../kit/asking.js';
import type { Drawing } from '../kit/page-cache/drawing.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { Moved } from '../kit/passing.js';
import { mayAnswer } from '../writing/may-answer.js';
import type { AskedPage } from './thread-drawing.js';

/** What was asked in the thread of a workshop, with what was answered. */
@Injectable()
export class QuestionsView {
  constructor(private readonly threads: Threads) {}

  async draw(ui: Ui, { visitor }: Asking, asked: AskedPage): Promise<Drawing<QuestionsPageProps>> {
    const reader = this.threads.for(visitor.audience);
    const thread = await reader.thread(asked.id);
    if (thread === null || !takesQuestions(thread.kind)) throw new NotFound();
    const { page = 1 } = asked;
    const address = questionsAddress(thread, page);
    if (thread.id !== asked.id || asked.slug !== thread.slug || asked.page === 1) throw new Moved(address);
    const { questions, pages } = await reader.questions(thread.id, page);
    if (page > 1 && questions.length === 0) throw new NotFound();
    return {
      page: h(QuestionsPage, { ui, thread, questions, page, pages, answerable: mayAnswer(visitor, thread, ui) }),
      address,
      atDoor: true,
      next: page < pages ? questionsAddress(thread, page + 1) : null,
      previous: page > 1 ? questionsAddress(thread, page - 1) : null,
      tags: [tagOf.thread(thread.id), tagOf.room(thread.category.id)],
    };
  }
}
