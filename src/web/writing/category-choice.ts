import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { categoryAddress } from '../../../client/kit/address.js';
import { ChooseKindPage } from '../../../client/writing/choose-kind-page.js';
import { openedKind } from '../../../client/writing/opened-kind.js';
import { Categories } from '../../categories/categories.js';
import type { ThreadFacts } from '../../submissions/thread-facts/facts.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import type { Asking } from '../kit/asking.js';
import { refusedOpening } from './may-open.js';

/** A new thread with facts, asked for from anywhere: its category first, unless only one takes such threads. */
@Injectable()
export class CategoryChoices {
  constructor(private readonly categories: Categories) {}

  /** `along`: what goes to the form in its query. */
  async answer(
    { visitor, ui, now }: Asking,
    of: ThreadFacts['of'],
    slug: string | undefined,
    along: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const reader = this.categories.for(visitor.audience);
    const query = new URLSearchParams(along).toString();
    const formOf = (category: { slug: string }) =>
      seeOther(`${categoryAddress(category)}/${openedKind(ui, of).path}/new${query === '' ? '' : `?${query}`}`);
    if (slug !== undefined) return formOf(await reader.must(slug));
    const all = await reader.all();
    const refusals = all.map((category) => refusedOpening(visitor, category, of, now));
    const categories = all.filter((_category, index) => refusals[index] === null);
    const [only] = categories;
    if (only !== undefined && categories.length === 1) return formOf(only);
    const account = refusals.includes('guests-may-not-write');
    return page(h(ChooseKindPage, { ui, of, categories, account, sets: visitor.isAdministrator, hidden: along }));
  }
}
