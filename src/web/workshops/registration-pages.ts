import { Inject, Injectable } from '@nestjs/common';
import { h } from 'preact';
import { dayKeyIn } from '../../../client/kit/facts/local-dates.js';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import type { RegisteredAt } from '../../../client/workshops/registered-at.js';
import { RegistrationPage, RegistrationUnknownPage } from '../../../client/workshops/registration-page.js';
import { CONFIG, type Config } from '../../config/config.js';
import { KEPT_DAYS } from '../../registrations/erasure.js';
import type { OwnRegistration } from '../../registrations/own-registration.js';
import { OwnRegistrations } from '../../registrations/own-registrations.js';
import type { RegistrationOwner } from '../../registrations/registration-owner.js';
import { RegistrationCodes } from '../../registrations/registration-codes.js';
import type { Audience } from '../../threads/visible.js';
import { Threads } from '../../threads/threads.js';
import type { Visitor } from '../../visitors/visitor.js';
import { Workshops } from '../../workshops/workshops.js';
import { type Answer, page } from '../kit/answer.js';
import type { Asking } from '../kit/asking.js';
import { requestOrigin } from '../kit/request.js';
import { formFrom } from './registration-fields.js';
import type { TypedRegistration } from '../../registrations/checked-registration.js';

const DAY = 86_400_000;
const UUID_LENGTH = 36;

/** Never kept by anybody, and found by no search engine: it says who comes where. */
export const UNSEEN = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };

/** The address of a page has the token; that of a member who keeps it, the id of the row. */
export function ownerOf(token: string, visitor: Visitor): RegistrationOwner {
  return token.length === UUID_LENGTH ? { member: visitor, id: token } : { token };
}

/** The page of one registration, for whoever it belongs to. */
@Injectable()
export class RegistrationPages {
  constructor(
    private readonly own: OwnRegistrations,
    private readonly codes: RegistrationCodes,
    private readonly threads: Threads,
    private readonly workshops: Workshops,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** `back` is what came back with an error. */
  async show(
    asking: Asking,
    token: string,
    back: { typed: Partial<TypedRegistration>; errors: FormErrors } | null = null,
  ): Promise<Answer> {
    const { visitor, ui, now } = asking;
    const own = await this.own.one(ownerOf(token, visitor));
    if (own === null) return page(h(RegistrationUnknownPage, { ui }), { status: 404, headers: UNSEEN });
    const at = await this.at(own, visitor.audience);
    const words = at === null ? [] : await this.own.wordsFor(own);
    const base = `/registration/${token}`;
    const shared = {
      ui,
      own,
      at,
      withdrawn: at === null && !(await this.own.mayReturn(own)),
      // What this visitor may not read, its place they may not either: L45.
      place: at === null ? null : await this.own.exactPlace(own, now),
      words,
      base,
      keep: token.length === UUID_LENGTH || own.byLetter ? null : await this.keep(asking, token),
      erasedOn: erasedOn(at),
      member: !visitor.isGuest,
      typed: formFrom(own.date, { ...standing(own), ...back?.typed }),
      errors: back?.errors ?? null,
    };
    return page(h(RegistrationPage, shared), { headers: UNSEEN });
  }

  /** Its workshop as this audience may read it now; null while that is gone. */
  async at(own: OwnRegistration, audience: Audience): Promise<RegisteredAt | null> {
    const thread = await this.threads.for(audience).thread(own.thread);
    const whole = thread === null ? null : await this.workshops.of(thread.id);
    if (thread === null || whole === null) return null;
    return { thread, whole, date: whole.dates.find(({ id }) => id === own.date) ?? null };
  }

  private async keep({ request }: Asking, token: string): Promise<{ address: string; code: string }> {
    const address = `${requestOrigin(request, this.config.publicUrl)}/registration/${token}`;
    return { address, code: await this.codes.of(token) };
  }
}

function standing({ part, persons, state, name, help, remind, email, mine }: OwnRegistration): TypedRegistration {
  const answer = state === 'maybe' ? 'maybe' : 'yes';
  return { part: part ?? '', persons: String(persons), answer, name, help, remind, email, mine };
}

function erasedOn(at: RegisteredAt | null): string | null {
  if (at === null || at.date === null) return null;
  return dayKeyIn(at.whole.workshop.zone, new Date(at.date.endsAt.getTime() + KEPT_DAYS * DAY));
}
