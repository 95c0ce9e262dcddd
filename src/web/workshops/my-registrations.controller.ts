import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { MyRegistrationsPage } from '../../../client/workshops/my-registrations-page.js';
import { OwnRegistrations } from '../../registrations/own-registrations.js';
import { type Answer, page } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { ForMembers } from '../kit/marks.js';
import { RegistrationPages, UNSEEN } from './registration-pages.js';

/** The registrations that a member keeps among theirs. */
@Controller('me/registrations')
export class MyRegistrationsController {
  constructor(
    private readonly own: OwnRegistrations,
    private readonly drawn: RegistrationPages,
  ) {}

  @Get()
  @ForMembers()
  async show(@Asked() { visitor, ui }: Asking): Promise<Answer> {
    const kept = await this.own.of(visitor);
    const registrations = await Promise.all(
      kept.map(async (own) => ({ own, at: await this.drawn.at(own, visitor.audience) })),
    );
    return page(h(MyRegistrationsPage, { ui, registrations }), { headers: UNSEEN });
  }
}
