import { randomBytes } from 'node:crypto';
import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { teamAddress } from '../../../client/kit/address.js';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import { teamCsv } from '../../../client/workshops/team-csv.js';
import { TeamPage } from '../../../client/workshops/team-page.js';
import { NotFound } from '../../errors/errors.js';
import { type TeamLine, Team } from '../../registrations/team.js';
import { Threads } from '../../threads/threads.js';
import type { VisibleThread } from '../../threads/visible.js';
import type { VisibleDate } from '../../workshops/visible-workshop.js';
import { type WholeWorkshop, Workshops } from '../../workshops/workshops.js';
import { type Answer, bytes, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { ForMembers } from '../kit/marks.js';
import { orTypedAgain } from '../kit/or-again.js';
import { type ThreadPath, threadPath } from '../kit/path-parts.js';
import {
  type ListQuery,
  listQuery,
  type RegistrationOfTeam,
  registrationOfTeam,
  type SentArrival,
  sentArrival,
  type SentTeam,
  sentTeam,
  type TeamQuery,
  teamQuery,
} from './team-fields.js';

interface Seen {
  thread: VisibleThread;
  whole: WholeWorkshop;
  date: VisibleDate;
  lines: TeamLine[];
}

interface Drawn extends TeamQuery {
  typed: { code: string; persons: string };
  errors: FormErrors | null;
}

const NOTHING = { typed: { code: '', persons: '' }, errors: null };

/** Who comes to a workshop, and who has come, for those who run it. */
@Controller('thread/:id/workshop')
export class TeamController {
  constructor(
    private readonly threads: Threads,
    private readonly workshops: Workshops,
    private readonly team: Team,
  ) {}

  @Get('team')
  @ForMembers()
  async show(
    @PathParts(threadPath) { id }: ThreadPath,
    @QueryParts(teamQuery) query: TeamQuery,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.draw(asking, id, { ...query, ...NOTHING });
  }

  /** Made when it is asked for. */
  @Get('team.csv')
  @ForMembers()
  async csv(
    @PathParts(threadPath) { id }: ThreadPath,
    @QueryParts(listQuery) query: ListQuery,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const { lines } = await this.see(asking, id, query.date);
    const headers = { 'cache-control': 'no-store', 'content-disposition': 'attachment; filename="registrations.csv"' };
    return bytes('text/csv; charset=utf-8', teamCsv(lines), { headers });
  }

  @Post('team')
  @ForMembers()
  async act(
    @PathParts(threadPath) { id }: ThreadPath,
    @Fields(sentTeam) { action, code, persons, date, key }: SentTeam,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const { visitor, now } = asking;
    return orTypedAgain(
      async () => {
        if (action === 'erase') {
          await this.team.erase(visitor, id, now);
          return seeOther(teamAddress({ id }));
        }
        const seen = await this.see(asking, id, date);
        const done =
          action === 'arrive'
            ? await this.team.arriveBy(visitor, id, code, now)
            : await this.team.walkIn(visitor, id, { date: seen.date.id, persons, key }, now);
        return seeOther(teamAddress({ id }, { date: seen.date.id, done }));
      },
      (errors) => this.draw(asking, id, { date, typed: { code, persons }, errors }),
    );
  }

  @Post('team/:registration')
  @ForMembers()
  async decide(
    @PathParts(registrationOfTeam) { id, registration }: RegistrationOfTeam,
    @Fields(sentArrival) { action, date, show, was }: SentArrival,
    @Asked() { visitor, now }: Asking,
  ): Promise<Answer> {
    const done = await this.team[action](visitor, id, registration, now, was);
    return seeOther(
      teamAddress(
        { id },
        {
          ...(date !== undefined && { date }),
          ...(show !== undefined && { show }),
          ...((action === 'arrive' || action === 'decline') && { done }),
        },
      ),
    );
  }

  private async see({ visitor, now }: Asking, id: number, asked: string | undefined): Promise<Seen> {
    const thread = await this.threads.for(visitor.audience).thread(id);
    const whole = thread === null ? null : await this.workshops.of(thread.id);
    if (thread === null || whole === null) throw new NotFound();
    const { dates } = whole;
    const next = dates.find(({ endsAt, state }) => endsAt > now && state === 'planned') ?? dates.at(-1);
    const date = dates.find((each) => each.id === asked) ?? next;
    if (date === undefined) throw new NotFound();
    return { thread, whole, date, lines: await this.team.of(visitor, thread.id, date.id, now) };
  }

  private async draw(asking: Asking, id: number, { date, show, done, typed, errors }: Drawn): Promise<Answer> {
    const seen = await this.see(asking, id, date);
    const decided = seen.lines.find((line) => line.id === done && (line.arrived || line.state === 'declined')) ?? null;
    const formKey = randomBytes(18).toString('base64url');
    const props = { ui: asking.ui, ...seen, view: show ?? 'expected', done: decided, formKey, typed, errors } as const;
    return page(h(TeamPage, props), { headers: { 'cache-control': 'no-store' } });
  }
}
