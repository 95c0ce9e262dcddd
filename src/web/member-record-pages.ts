import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { MemberRecordPage, type MemberRecordPageProps } from '../../client/pages/member-record-page.js';
import { recordAddress } from '../../client/parts/address.js';
import { Clock } from '../clock/clock.js';
import { DecisionLog } from '../desk/decision-log.js';
import type { Decided } from '../desk/log.js';
import { MemberRecords } from '../desk/people/member-records.js';
import { NotFound } from '../errors/errors.js';
import { nameKey } from '../members/name-key.js';
import type { Asking } from './asking.js';
import { formProblem } from './form-problem.js';
import { Pages } from './pages.js';
import type { SentRemoval, SentSuspension } from './sent-fields.js';

export type RecordForm = { form: 'suspension'; written: SentSuspension | null } | { form: 'note'; written: string } | { form: 'page'; written: SentRemoval | null };

interface Known {
  id: number;
  name: string;
}

/** The page of what the team knows of a member, to which all that is done there leads back. */
@Injectable()
export class MemberRecordPages {
  constructor(
    private readonly records: MemberRecords, private readonly log: DecisionLog, private readonly pages: Pages, private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async member({ visitor }: Asking, name: string): Promise<Known> {
    const member = await this.records.find(visitor, nameKey(name));
    if (member === null) throw new NotFound();
    return member;
  }

  /** Does what was asked; when it can't be done, the form comes back with what was typed. */
  async afterwards(asking: Asking, member: Known, form: RecordForm, work: () => Promise<Decided | null>): Promise<void> {
    try {
      const done = await work();
      await asking.reply.redirect(done === null ? `${recordAddress(member)}#notes` : `${recordAddress(member)}?done=${done.id}`, 303);
    } catch (error) {
      const { status, errors } = formProblem(error);
      await this.draw(asking, member, { again: { ...form, errors }, status });
    }
  }

  async draw(
    { visitor, request, reply }: Asking, member: Known,
    { again = null, status = 200, done }: { again?: MemberRecordPageProps['again']; status?: number; done?: string | undefined },
  ): Promise<void> {
    const now = this.clock.now();
    const [record, line] = await Promise.all([this.records.of(visitor, member.id, now), done === undefined ? null : this.log.line(visitor, done, now)]);
    if (record === null) throw new NotFound();
    const page = h(MemberRecordPage, { ui: this.pages.ui(visitor, request), record, me: visitor.member?.id ?? null, done: line, again });
    await this.pages.send(reply, page, { status });
  }
}
