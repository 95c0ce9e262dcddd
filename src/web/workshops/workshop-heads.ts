import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Fragment, h } from 'preact';
import { RegistrationForm } from '../../../client/workshops/registration-form.js';
import { NOTHING_TYPED } from '../../../client/workshops/typed-registration.js';
import { WorkshopHead } from '../../../client/workshops/workshop-head.js';
import { Workshops } from '../../workshops/workshops.js';
import { Absolute } from '../kit/absolute.js';
import { ThreadHeads } from '../kit/thread-heads.js';
import { keepTill } from './keep-till.js';

/** What stands above the discussion of a workshop. */
@Injectable()
export class WorkshopHeads implements OnModuleInit {
  constructor(
    private readonly workshops: Workshops,
    private readonly heads: ThreadHeads,
    private readonly absolute: Absolute,
  ) {}

  onModuleInit(): void {
    this.heads.set('workshop', async (thread, audience, ui) => {
      const whole = await this.workshops.of(thread.id);
      if (whole === null) return null;
      keepTill(ui, [...whole.dates, ...whole.candidates]);
      const form = {
        ui,
        thread: thread.id,
        whole,
        // Pages for everyone are kept and given to all guests, so they are drawn for nobody in particular. Whoever has
        // an account gets the page for members.
        member: audience !== 'everyone',
        typed: NOTHING_TYPED,
        errors: null,
      };
      const part = h(Fragment, null, [
        h(WorkshopHead, { ui, thread, whole, origin: this.absolute.address('') }),
        h(RegistrationForm, form),
      ]);
      return { part, tags: [] };
    });
  }
}
