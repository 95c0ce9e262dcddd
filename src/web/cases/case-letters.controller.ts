import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { lettersAddress } from '../../../client/kit/address.js';
import { catalogues } from '../../../client/kit/make-ui.js';
import type { VisibleStep } from '../../cases/case-steps.js';
import { Cases } from '../../cases/cases.js';
import type { VisibleCase } from '../../cases/visible-case.js';
import { NotFound } from '../../errors/errors.js';
import { PaperLetters } from '../../notices/paper-letters/paper-letters.js';
import { Threads } from '../../threads/threads.js';
import { wholeNumber } from '../kit/address-parts.js';
import { type Answer, found } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts, QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { CaseDates } from '../../cases/case-dates.js';
import { letterPath } from './letter-query.js';

const path = letterPath.extend({ id: wholeNumber });
const query = z.strictObject({ request: wholeNumber.optional() });

/** A letter that follows from a case: led to the letter, with all that the case knows in its address. */
@Controller('thread/:id/case/letters/:code')
export class CaseLettersController {
  constructor(
    private readonly threads: Threads,
    private readonly cases: Cases,
    private readonly dates: CaseDates,
    private readonly letters: PaperLetters,
  ) {}

  @Get()
  @ForEveryone()
  async show(
    @PathParts(path) { id, code }: z.infer<typeof path>,
    @QueryParts(query) { request: asked }: z.infer<typeof query>,
    @Asked() { visitor, ui }: Asking,
  ): Promise<Answer> {
    const [name = ''] = code.split('.');
    await this.letters.one(name);
    const thread = await this.threads.for(visitor.audience).thread(id);
    const local = thread === null ? null : await this.cases.of(thread.id);
    if (local === null) throw new NotFound();
    const { requests } = await this.dates.of(visitor.audience, local, ui.dates.today);
    const of = asked === undefined ? requests.at(-1) : requests.find(({ request }) => request.number === asked);
    if (of === undefined && asked !== undefined) throw new NotFound();
    const steps = of?.request.steps ?? [];
    return found(
      lettersAddress(code, {
        town: local.town?.code ?? '',
        authority: addresseeOf(local),
        sent: dayOf(steps, 'request'),
        received: dayOf(steps, 'receipt'),
        registered: dayOf(steps, 'cada-number'),
      }),
    );
  }
}

/**
 * Whom the letter goes to. Where nobody is named, a town hall is known by its town, and of any other authority the
 * letter says what it is; letters are in French.
 */
function addresseeOf({ authority, authorityName }: Pick<VisibleCase, 'authority' | 'authorityName'>): string {
  if (authorityName !== '' || authority === 'municipality') return authorityName;
  const { [authority]: words } = catalogues.fr.cases.authorities;
  return words[0]?.toUpperCase() + words.slice(1);
}

/** Only whole days stand in letters. */
function dayOf(steps: readonly VisibleStep[], kind: VisibleStep['kind']): string {
  return steps.find((step) => step.kind === kind && step.dated.length === 10)?.dated ?? '';
}
