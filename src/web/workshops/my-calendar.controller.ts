import { Controller, Get, Inject, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { makeUi, NO_ASSETS } from '../../../client/kit/make-ui.js';
import { MyCalendarPage } from '../../../client/workshops/my-calendar-page.js';
import { CONFIG, type Config } from '../../config/config.js';
import { NotFound } from '../../errors/errors.js';
import { MemberCalendars } from '../../notices/member-calendars.js';
import { OwnRegistrations } from '../../registrations/own-registrations.js';
import { CurrentSite } from '../../site/current-site.js';
import type { Visitor } from '../../visitors/visitor.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { ForEveryone, ForMembers } from '../kit/marks.js';
import { requestOrigin } from '../kit/request.js';
import { calendarOf } from './calendar.js';
import { CalendarDates } from './calendar-dates.js';
import { unlessKnown } from './calendar-files.js';

const fields = z.strictObject({ action: z.enum(['make', 'revoke'], 'wrong-value') });
const savedQuery = z.object({ saved: z.literal('yes').optional() });
const path = z.object({
  token: z
    .string()
    .regex(/^[A-Za-z0-9_-]{32}\.ics$/)
    .transform((name) => name.slice(0, 32)),
});

/**
 * A member's own calendar, by a secret address. It says which dates they have registered for. It has what members may
 * read and nothing of the team's, whatever the role of its member, and no secret of a place: such addresses lie about
 * in programs and on other people's servers.
 */
@Controller()
export class MyCalendarController {
  constructor(
    private readonly calendars: MemberCalendars,
    private readonly dates: CalendarDates,
    private readonly registrations: OwnRegistrations,
    private readonly site: CurrentSite,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('me/calendar')
  @ForMembers()
  show(@QueryParts(savedQuery) { saved }: z.infer<typeof savedQuery>, @Asked() asking: Asking): Promise<Answer> {
    return this.draw(asking, { saved: saved !== undefined, address: null });
  }

  /** The new address is shown by the answer itself, once. */
  @Post('me/calendar')
  @ForMembers()
  async change(@Fields(fields) { action }: z.infer<typeof fields>, @Asked() asking: Asking): Promise<Answer> {
    const member = idOf(asking.visitor);
    if (action === 'revoke') {
      await this.calendars.revoke(member);
      return seeOther('/me/calendar?saved=yes');
    }
    const token = await this.calendars.make(member, asking.now);
    const origin = requestOrigin(asking.request, this.config.publicUrl);
    return this.draw(asking, { saved: false, address: `${origin}/calendar/${token}.ics` });
  }

  @Get('calendar/:token')
  @ForEveryone()
  async calendar(@PathParts(path) { token }: z.infer<typeof path>, @Asked() asking: Asking): Promise<Answer> {
    const { now } = asking;
    const owner = await this.calendars.open(token, now);
    if (owner === null) throw new NotFound();
    const site = await this.site.get();
    const ui = makeUi({ site, language: owner.language ?? site.language, now, path: '', assets: NO_ASSETS });
    const [rows, own] = await Promise.all([
      this.dates.of('members', {}, now),
      this.registrations.statesOf(owner.member),
    ]);
    return unlessKnown(asking, calendarOf(ui, site.name, rows, this.config.publicUrl, own));
  }

  private async draw(
    { visitor, ui }: Asking,
    { saved, address }: { saved: boolean; address: string | null },
  ): Promise<Answer> {
    const madeAt = await this.calendars.madeAt(idOf(visitor));
    return page(h(MyCalendarPage, { ui, madeAt, address, saved }));
  }
}

function idOf({ member }: Visitor): number {
  if (member === null) throw new NotFound();
  return member.id;
}
