import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { MemberRecordPage, type MemberRecordPageProps } from '../../../client/desk/member-record-page.js';
import { recordAddress } from '../../../client/kit/address.js';
import { DecisionLog } from '../../desk/decisions/decision-log.js';
import type { Decided } from '../../publishing/log.js';
import { MemberRecords } from '../../desk/people/member-records.js';
import { NotFound } from '../../errors/errors.js';
import { nameKey } from '../../members/name-key.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import type { Asking } from '../kit/asking.js';
import { orAgain } from '../kit/or-again.js';
import type { SentRemoval, SentSuspension } from './sent-fields.js';

export type RecordForm =
  | { form: 'suspension'; written: SentSuspension | null }
  | { form: 'note'; written: string }
  | { form: 'page'; written: SentRemoval | null };

interface Known {
  id: number;
  name: string;
}

/** The page of what the team knows of a member, to which all that is done there leads back. */
@Injectable()
export class MemberRecordPages {
  constructor(
    private readonly records: MemberRecords,
    private readonly log: DecisionLog,
  ) {}

  /** @throws NotFound */
  async member({ visitor }: Asking, name: string): Promise<Known> {
    const member = await this.records.find(visitor, nameKey(name));
    if (member === null) throw new NotFound();
    return member;
  }

  /** Does what was asked; when it can't be done, the form comes back with what was typed. */
  afterwards(asking: Asking, member: Known, form: RecordForm, work: () => Promise<Decided | null>): Promise<Answer> {
    return orAgain(
      async () => {
        const done = await work();
        return seeOther(`${recordAddress(member)}${done === null ? '#notes' : `?done=${done.id}`}`);
      },
      (errors) => this.draw(asking, member, { again: { ...form, errors } }),
    );
  }

  async draw(
    { visitor, ui, now }: Asking,
    member: Known,
    { again = null, done }: { again?: MemberRecordPageProps['again']; done?: string | undefined },
  ): Promise<Answer> {
    const [record, line] = await Promise.all([
      this.records.of(visitor, member.id, now),
      done === undefined ? null : this.log.line(visitor, done, now),
    ]);
    if (record === null) throw new NotFound();
    return page(h(MemberRecordPage, { ui, record, me: visitor.member?.id ?? null, done: line, again }));
  }
}
