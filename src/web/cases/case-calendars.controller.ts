import { Controller, Get } from '@nestjs/common';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { z } from 'zod';
import type { CountedRequest } from '../../cases/requests.js';
import { threadAddress } from '../../../client/kit/address.js';
import type { Ui } from '../../../client/kit/ui.js';
import { Cases } from '../../cases/cases.js';
import { NotFound } from '../../errors/errors.js';
import { uuidOf } from '../../submissions/uuid-of.js';
import { Threads } from '../../threads/threads.js';
import type { VisibleThread } from '../../threads/visible.js';
import { Towns } from '../../towns/towns.js';
import { Absolute } from '../kit/absolute.js';
import { type Answer, bytes } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { type ThreadPath, threadPath } from '../kit/path-parts.js';
import { namesTag, weakTag } from '../kit/weak-tag.js';
import { CaseDates } from '../../cases/case-dates.js';

const townPath = z.strictObject({ code: z.string().max(10) });
/** So many cases of one town at most. */
const MOST = 50;
const TYPE = 'text/calendar; charset=utf-8';

interface DatedCase {
  thread: VisibleThread;
  requests: readonly CountedRequest[];
}

/** The dates of cases for calendars, whole days each. */
@Controller()
export class CaseCalendarsController {
  constructor(
    private readonly threads: Threads,
    private readonly cases: Cases,
    private readonly dates: CaseDates,
    private readonly towns: Towns,
    private readonly absolute: Absolute,
  ) {}

  @Get('thread/:id/case/deadlines.ics')
  @ForEveryone()
  async ofCase(@PathParts(threadPath) { id }: ThreadPath, @Asked() asking: Asking): Promise<Answer> {
    const { visitor, ui } = asking;
    const thread = await this.threads.for(visitor.audience).thread(id);
    const local = thread === null ? null : await this.cases.of(thread.id);
    if (thread === null || local === null) throw new NotFound();
    const { requests } = await this.dates.of(visitor.audience, local, ui.dates.today);
    return this.answer(asking, thread.title, [{ thread, requests }]);
  }

  @Get('town/:code/deadlines.ics')
  @ForEveryone()
  async ofTown(@PathParts(townPath) { code }: z.infer<typeof townPath>, @Asked() asking: Asking): Promise<Answer> {
    const town = await this.towns.byCode(code);
    if (town === null) throw new NotFound();
    const { audience } = asking.visitor;
    const locals = (await this.cases.latest(audience, { town: town.code }, MOST)).map(({ local }) => local);
    const [threads, dated] = await Promise.all([
      this.threads.for(audience).threads(locals.map(({ thread }) => thread)),
      this.dates.ofAll(audience, locals, asking.ui.dates.today),
    ]);
    const all = locals.flatMap((local, index): DatedCase[] => {
      const thread = threads.get(local.thread);
      return thread === undefined ? [] : [{ thread, requests: dated[index]?.requests ?? [] }];
    });
    return this.answer(asking, town.name, all);
  }

  private answer({ ui, request }: Asking, name: string, cases: readonly DatedCase[]): Answer {
    const body = calendarOf(ui, name, cases, this.absolute.address(''));
    const etag = weakTag(body);
    const headers = { etag, 'cache-control': 'private, no-cache' };
    if (namesTag(request.headers['if-none-match'], etag)) return { kind: 'whole', status: 304, headers, body: null };
    return bytes(TYPE, body, { headers });
  }
}

/**
 * The same dates make the same bytes. A date that does not apply any more is sent as cancelled and not left out,
 * because calendar programs may have stored it.
 */
function calendarOf(ui: Ui, name: string, cases: readonly DatedCase[], origin: string): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Palabre', product: 'Palabre', language: ui.language.toUpperCase() },
  });
  for (const { thread, requests } of cases)
    for (const { request, dates } of requests)
      for (const { rule, shown, state } of dates) {
        const url = `${origin}${threadAddress(thread)}`;
        calendar.createEvent({
          id: uuidOf(`deadline ${thread.id} ${request.number} ${rule.number}`),
          sequence: thread.lastNumber + thread.changes,
          stamp: thread.lastPostAt,
          start: new Date(`${shown}T00:00:00Z`),
          allDay: true,
          summary: ui.t.cases.dateOf(rule.words[ui.language], thread.title),
          description: `${ui.t.deadlines.help}. ${url}`,
          url,
          status: state === 'done' || state === 'over' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
        });
      }
  return calendar.toString();
}
