import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { categoryAddress } from '../../../client/kit/address.js';
import { ChooseCategoryPage } from '../../../client/writing/choose-category-page.js';
import { Categories } from '../../categories/categories.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { refusedThread } from './may-open.js';

const query = z.strictObject({ category: z.string().max(200).optional() });

/** A new thread, asked for from anywhere: its category first, then that category's own form. */
@Controller('threads/new')
export class NewThreadsController {
  constructor(private readonly categories: Categories) {}

  @Get()
  @ForEveryone()
  async show(
    @QueryParts(query) { category: slug }: z.infer<typeof query>,
    @Asked() { visitor, ui, now }: Asking,
  ): Promise<Answer> {
    const reader = this.categories.for(visitor.audience);
    if (slug !== undefined) {
      const category = await reader.must(slug);
      return seeOther(`${categoryAddress(category)}/threads/new`);
    }
    const all = await reader.all();
    const refusals = all.map((category) => refusedThread(visitor, category, now));
    const categories = all.filter((_category, index) => refusals[index] === null);
    return page(h(ChooseCategoryPage, { ui, categories, account: refusals.includes('guests-may-not-write') }));
  }
}
