import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { NotFound } from '../../errors/errors.js';
import { OwnRegistrations } from '../../registrations/own-registrations.js';
import { RegistrationChanges } from '../../registrations/registration-changes.js';
import { Absolute } from '../kit/absolute.js';
import { type Answer, bytes, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { Limits } from '../kit/limits.js';
import { ForEveryone } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { calendarOf } from './calendar.js';
import { changeFrom, personsOf, sentChange, type SentChange } from './registration-fields.js';
import { ownerOf, RegistrationPages, UNSEEN } from './registration-pages.js';

/** A token, or the id by which a member who keeps the registration comes to it. */
const path = z.strictObject({ token: z.union([z.string().regex(/^[A-Za-z0-9_-]{32}$/), z.uuid()]) });
type Path = z.infer<typeof path>;

const sentCancellation = z.strictObject({});

/** One registration: anybody who has its secret address may do what is on it, and nobody else. */
@Controller('registration/:token')
export class RegistrationController {
  constructor(
    private readonly drawn: RegistrationPages,
    private readonly own: OwnRegistrations,
    private readonly changes: RegistrationChanges,
    private readonly absolute: Absolute,
    private readonly limits: Limits,
  ) {}

  @Get()
  @ForEveryone()
  show(@PathParts(path) { token }: Path, @Asked() asking: Asking): Promise<Answer> {
    return this.drawn.show(asking, token);
  }

  @Post()
  @ForEveryone()
  change(
    @PathParts(path) { token }: Path,
    @Fields(sentChange) sent: SentChange,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const { visitor, now, ui, request } = asking;
    const typed = changeFrom(sent, ui.mail);
    return orAgain(
      async () => {
        const owner = ownerOf(token, visitor);
        const own = await this.own.one(owner);
        const isNew = !['', undefined, own?.email].includes(typed.email);
        const more = personsOf(typed) - (own?.persons ?? 1);
        if (more > 0) await this.limits.take('seats', request, more);
        const letterWait = isNew ? await this.limits.letterWait(request) : 0;
        await this.changes.change(owner, typed, { member: visitor.member?.id ?? null, now, letterWait });
        return seeOther(`/registration/${token}`, { headers: UNSEEN });
      },
      (errors) => this.drawn.show(asking, token, { typed: definedOf(typed), errors }),
    );
  }

  @Post('cancellation')
  @ForEveryone()
  async cancel(
    @PathParts(path) { token }: Path,
    @Fields(sentCancellation) _sent: unknown,
    @Asked() { visitor, now }: Asking,
  ): Promise<Answer> {
    await this.changes.cancel(ownerOf(token, visitor), now);
    return seeOther(`/registration/${token}`, { headers: UNSEEN });
  }

  /** With the exact place where it may be read now: asked anew each time, so nobody may keep the file. */
  @Get('workshop.ics')
  @ForEveryone()
  async calendar(@PathParts(path) { token }: Path, @Asked() { visitor, ui, now }: Asking): Promise<Answer> {
    const own = await this.own.one(ownerOf(token, visitor));
    const at = own === null ? null : await this.drawn.at(own, visitor.audience);
    if (own === null || at === null || at.date === null) throw new NotFound();
    const { thread, whole, date } = at;
    const place = await this.own.exactPlace(own, now);
    const secret = place !== null && 'secret' in place ? place.secret : null;
    const workshop = {
      ...whole.workshop,
      ...(secret !== null && secret.address !== '' && { address: secret.address }),
      ...(secret !== null && secret.online !== '' && { online: secret.online }),
    };
    const row = { date, workshop, thread: { ...thread, category: thread.category.id }, excerpt: '' };
    const body = calendarOf(ui, thread.title, [row], this.absolute.address(''));
    return bytes('text/calendar; charset=utf-8', body, { headers: UNSEEN });
  }
}

function definedOf<T extends object>(typed: T): { [F in keyof T]?: NonNullable<T[F]> } {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) as {
    [F in keyof T]?: NonNullable<T[F]>;
  };
}
