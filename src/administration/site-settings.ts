import { Injectable } from '@nestjs/common';
import { Writer } from '../database/writer.js';
import { SiteEntity } from '../site/site.entity.js';
import type { Site, SiteWord } from '../site/site.js';
import type { Visitor } from '../visitors/visitor.js';
import { logAct } from './administration-log.js';
import { administrator } from './administrator.js';

/** Which of the first steps of a new forum are done. */
export interface FirstStepsState {
  categories: boolean;
  policy: boolean;
  charter: boolean;
  people: boolean;
}

export type ChosenSite = Pick<
  Site,
  'name' | 'description' | 'language' | 'timeZone' | 'profiles' | 'licence' | SiteWord
>;

/** What the forum is called, how it tells the time, and what it says about itself. */
@Injectable()
export class SiteSettings {
  constructor(private readonly writer: Writer) {}

  async of(visitor: Visitor): Promise<ChosenSite> {
    administrator(visitor);
    return this.writer.repository(SiteEntity).findOneByOrFail({ one: true });
  }

  /** What has been done of what a new forum needs; the log of administration knows. */
  async steps(visitor: Visitor): Promise<FirstStepsState> {
    administrator(visitor);
    const [done] = await this.writer.query<FirstStepsState>(
      `select s.charter <> '' as charter,
         exists (select 1 from desk.administration where act in ('category-created', 'category-changed')) as categories,
         exists (select 1 from desk.administration where act = 'category-changed'
           and detail ?| array['hold', 'guestsWrite', 'acceptedUntil', 'agreement']) as policy,
         exists (select 1 from member where role <> 'member' offset 1)
           or exists (select 1 from private.invitation) as people
       from site s`,
    );
    return done ?? { categories: false, policy: false, charter: false, people: false };
  }

  /** What is left out keeps its value. The log says which were changed, and not into what. */
  async change(visitor: Visitor, chosen: Partial<ChosenSite>, now: Date): Promise<void> {
    const by = administrator(visitor);
    await this.writer.transaction(async (tx) => {
      const site = tx.repository(SiteEntity);
      const before = await site.findOneOrFail({ where: { one: true }, lock: { mode: 'pessimistic_write' } });
      const names = (Object.keys(chosen) as (keyof ChosenSite)[]).filter(
        (name) => chosen[name] !== undefined && chosen[name] !== before[name],
      );
      if (names.length === 0) return;
      await site.update({ one: true }, Object.fromEntries(names.map((name) => [name, chosen[name]])));
      const detail = Object.fromEntries(names.map((name) => [name, true]));
      await logAct(tx, by, { act: 'settings-changed', detail }, now);
      await tx.tell({ news: 'SiteChanged' });
    });
  }
}
