import { Controller, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { WordsPage } from '../../../client/workshops/words-form.js';
import { NotFound } from '../../errors/errors.js';
import { HostsWords } from '../../registrations/words.js';
import { drawTyped } from '../../submissions/draw-typed.js';
import { Threads } from '../../threads/threads.js';
import { Workshops } from '../../workshops/workshops.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { Limits } from '../kit/limits.js';
import { ForMembers } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { type ThreadPath, threadPath } from '../kit/path-parts.js';

const typed = z.string().default('');
const sentWords = z.strictObject({ to: z.string().default('all'), text: typed, key: typed });

/** Its hosts write to those who have registered for a workshop. */
@Controller('thread/:id/workshop/words')
export class WordsController {
  constructor(
    private readonly threads: Threads,
    private readonly workshops: Workshops,
    private readonly words: HostsWords,
    private readonly limits: Limits,
  ) {}

  /** Leads to where its author follows it. */
  @Post()
  @ForMembers()
  async send(
    @PathParts(threadPath) { id }: ThreadPath,
    @Fields(sentWords) { to, text, key }: z.infer<typeof sentWords>,
    @Asked() { visitor, request, ui, now, writtenIn: language }: Asking,
  ): Promise<Answer> {
    const thread = await this.threads.for(visitor.audience).thread(id);
    const whole = thread === null ? null : await this.workshops.of(thread.id);
    if (thread === null || whole === null) throw new NotFound();
    return orAgain(
      async () => {
        await this.limits.take('send', request);
        await drawTyped(text, language);
        const sent = await this.words.send(visitor, { thread: thread.id, to, text, key, language }, now);
        return seeOther(`/me/submissions/${sent}`);
      },
      (errors) =>
        page(h(WordsPage, { ui, thread, parts: whole.parts, formKey: key, typed: { to, text }, errors }), {
          headers: { 'cache-control': 'no-store' },
        }),
    );
  }
}
