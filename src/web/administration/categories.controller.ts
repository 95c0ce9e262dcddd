import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { CategoriesPage, type NewCategory } from '../../../client/administration/categories-page.js';
import { CategorySettingsPage } from '../../../client/administration/category-settings-page.js';
import { CategoryAdministration } from '../../administration/category-administration.js';
import { CAREFUL, completed, typedOf } from '../../administration/checked-category.js';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import { NotFound } from '../../errors/errors.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import {
  type CategoryId,
  categoryId,
  savedQuery,
  type SavedQuery,
  type SentCategory,
  sentCategory,
  sentMove,
  type SentNewCategory,
  sentNewCategory,
} from './category-fields.js';
import { Fields, PathParts, QueryParts } from '../kit/input.js';
import { ForAdministrators } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';

interface Again {
  written: SentCategory;
  errors: FormErrors;
}

/** The categories, as administrators create, order and set them. */
@Controller('categories')
export class CategoriesController {
  constructor(private readonly administration: CategoryAdministration) {}

  @Get()
  @ForAdministrators()
  list(@Asked() asking: Asking): Promise<Answer> {
    return this.drawList(asking, { name: '', slug: '', description: '', audience: CAREFUL.audience }, null);
  }

  @Post()
  @ForAdministrators()
  create(@Fields(sentNewCategory) sent: SentNewCategory, @Asked() asking: Asking): Promise<Answer> {
    return orAgain(
      async () => {
        const typed = { ...typedOf(CAREFUL), ...sent };
        const id = await this.administration.create(asking.visitor, typed, asking.now);
        return seeOther(`/categories/${id}?saved=yes`);
      },
      (errors) => this.drawList(asking, sent, errors),
    );
  }

  @Get(':id')
  @ForAdministrators()
  show(
    @PathParts(categoryId) { id }: CategoryId,
    @QueryParts(savedQuery) { saved }: SavedQuery,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.drawOne(asking, id, saved !== undefined, null);
  }

  @Post(':id')
  @ForAdministrators()
  change(
    @PathParts(categoryId) { id }: CategoryId,
    @Fields(sentCategory) sent: SentCategory,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return orAgain(
      async () => {
        await this.administration.change(asking.visitor, id, sent, asking.now);
        return seeOther(`/categories/${id}?saved=yes`);
      },
      (errors) => this.drawOne(asking, id, false, { written: sent, errors }),
    );
  }

  @Post(':id/position')
  @ForAdministrators()
  async move(
    @PathParts(categoryId) { id }: CategoryId,
    @Fields(sentMove) { move }: z.infer<typeof sentMove>,
    @Asked() { visitor, now }: Asking,
  ): Promise<Answer> {
    await this.administration.move(visitor, id, move === 'up' ? -1 : 1, now);
    return seeOther(`/categories#category-${id}`);
  }

  private async drawList({ visitor, ui }: Asking, written: NewCategory, errors: FormErrors | null): Promise<Answer> {
    const [categories, log] = await Promise.all([
      this.administration.all(visitor),
      this.administration.log(visitor, null),
    ]);
    return page(h(CategoriesPage, { ui, categories, log, written, errors }));
  }

  private async drawOne(
    { visitor, ui, now }: Asking,
    id: number,
    saved: boolean,
    again: Again | null,
  ): Promise<Answer> {
    const category = (await this.administration.all(visitor)).find((each) => each.id === id);
    if (category === undefined) throw new NotFound();
    const [team, log] = await Promise.all([
      this.administration.moderators(visitor, id, now),
      this.administration.log(visitor, id),
    ]);
    const ticked = again?.written.moderators;
    const moderators =
      ticked === undefined
        ? team
        : team.map((each) => ({ ...each, here: each.everywhere || ticked.includes(each.id) }));
    const written = again === null ? typedOf(category) : completed(again.written, category);
    const errors = again?.errors ?? null;
    return page(h(CategorySettingsPage, { ui, category, moderators, log, written, errors, saved }));
  }
}
