import { Body, Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { CallPage, type CallPageProps } from '../../../client/threads/call-page.js';
import { threadAddress } from '../../../client/kit/address.js';
import { isDay, plusDays } from '../../clock/day.js';
import { Calls } from '../../desk/calls/calls.js';
import { Invalid, NotFound } from '../../errors/errors.js';
import { linkTarget } from '../../markup/link-target.js';
import { cleanLine } from '../../submissions/clean.js';
import { Threads } from '../../threads/threads.js';
import type { VisibleThread } from '../../threads/visible.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { withDone } from '../kit/done.js';
import { parseFields, PathParts } from '../kit/input.js';
import { ForMembers } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { type ThreadPath, threadPath } from '../kit/path-parts.js';
import { typedIn } from '../kit/typed-in.js';

const line = z.string().max(2_000, 'too-long').default('').transform(cleanLine);
const fields = z.strictObject({ url: line, words: line, until: line });
type Typed = z.infer<typeof fields>;

/** How long a call may stand; and as long as it stands where nobody says otherwise. */
const MOST_DAYS = 366;
const USUAL_DAYS = 30;

/** What the team calls for in a thread. For all who may not do it, these addresses do not exist. */
@Controller('thread/:id/call')
export class CallController {
  constructor(
    private readonly threads: Threads,
    private readonly calls: Calls,
  ) {}

  @Get()
  @ForMembers()
  async show(@PathParts(threadPath) { id }: ThreadPath, @Asked() asking: Asking): Promise<Answer> {
    return this.draw(asking, await this.thread(asking, id), {});
  }

  @Post()
  @ForMembers()
  async set(
    @PathParts(threadPath) { id }: ThreadPath,
    @Body() body: unknown,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const thread = await this.thread(asking, id);
    return orAgain(
      async () => {
        const call = checked(parseFields(fields, body), asking.ui.dates.today);
        const done = await this.calls.set(asking.visitor, thread.id, call, asking.now);
        const address = threadAddress(thread);
        return seeOther(done === null ? address : withDone(address, done.id));
      },
      (errors) => this.draw(asking, thread, { errors, typed: typedIn(body, ...came(body)) }),
    );
  }

  /** @throws NotFound for a thread that this visitor may not read, or in which they call for nothing. */
  private async thread({ visitor }: Asking, id: number): Promise<VisibleThread> {
    const thread = await this.threads.for(visitor.audience).thread(id);
    if (thread === null || thread.id !== id || !visitor.callsIn(thread.category.id)) throw new NotFound();
    return thread;
  }

  private async draw(
    { ui, visitor, now }: Asking,
    thread: VisibleThread,
    { errors = null, typed }: { errors?: CallPageProps['errors']; typed?: Partial<Typed> },
  ): Promise<Answer> {
    const standing = await this.threads.for(visitor.audience).call(thread.id, now);
    const written = { url: '', words: '', until: plusDays(ui.dates.today, USUAL_DAYS), ...standing, ...typed };
    return page(h(CallPage, { ui, thread, written, standing: standing !== null, errors }));
  }
}

/** The fields that the form had: one that it lacks stays what it was. */
function came(body: unknown): (keyof Typed)[] {
  return (['url', 'words', 'until'] as const).filter((name) => Object.hasOwn(Object(body ?? {}) as object, name));
}

/** Null where the fields are empty. @throws Invalid with a code for each field that is wrong */
function checked({ url, words, until }: Typed, today: string): { url: string; words: string; until: string } | null {
  if (url === '' && words === '') return null;
  const wrong: Record<string, string> = {};
  const target = linkTarget(url);
  // Of what has no host there is nothing that could be said of where it leads.
  const href = target === null || target.host === null ? null : target.href;
  if (href === null || href.length > 1_000) wrong['url'] = 'call-url';
  const letters = Array.from(words).length;
  if (letters < 3 || letters > 80) wrong['words'] = 'call-words';
  if (!isDay(until)) wrong['until'] = 'day-wrong';
  else if (until < today) wrong['until'] = 'day-over';
  else if (until > plusDays(today, MOST_DAYS)) wrong['until'] = 'call-far';
  if (href === null || Object.keys(wrong).length > 0) throw new Invalid(wrong);
  return { url: href, words, until };
}
