import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { CategoriesPage, type NewCategory } from '../../client/pages/categories-page.js';
import { CategorySettingsPage } from '../../client/pages/category-settings-page.js';
import { Clock } from '../clock/clock.js';
import { CategoryAdministration } from '../desk/administration/category-administration.js';
import { CAREFUL, typedOf } from '../desk/administration/checked-category.js';
import { NotFound } from '../errors/errors.js';
import { Asked, type Asking } from './asking.js';
import {
  type CategoryId, categoryId, savedQuery, type SavedQuery, type SentCategory, sentCategory, sentMove, type SentNewCategory, sentNewCategory,
} from './category-fields.js';
import { type FormProblem, formProblem } from './form-problem.js';
import { Fields, PathParts, QueryParts } from './input.js';
import { ForAdministrators } from './marks.js';
import { Pages } from './pages.js';

interface Again {
  written: SentCategory;
  problem: FormProblem;
}

/** The rooms as administrators make, order and rule them. */
@Controller('categories')
export class CategoriesController {
  constructor(private readonly administration: CategoryAdministration, private readonly pages: Pages, private readonly clock: Clock) {}

  @Get()
  @ForAdministrators()
  async list(@Asked() asking: Asking): Promise<void> {
    await this.drawList(asking, { name: '', slug: '', description: '', audience: CAREFUL.audience }, null);
  }

  @Post()
  @ForAdministrators()
  async create(@Fields(sentNewCategory) sent: SentNewCategory, @Asked() asking: Asking): Promise<void> {
    try {
      const id = await this.administration.create(asking.visitor, { ...typedOf(CAREFUL), ...sent }, this.clock.now());
      await asking.reply.redirect(`/categories/${id}?saved=yes`, 303);
    } catch (error) {
      await this.drawList(asking, sent, formProblem(error));
    }
  }

  @Get(':id')
  @ForAdministrators()
  async show(@PathParts(categoryId) { id }: CategoryId, @QueryParts(savedQuery) { saved }: SavedQuery, @Asked() asking: Asking): Promise<void> {
    await this.drawOne(asking, id, saved !== undefined, null);
  }

  @Post(':id')
  @ForAdministrators()
  async change(@PathParts(categoryId) { id }: CategoryId, @Fields(sentCategory) sent: SentCategory, @Asked() asking: Asking): Promise<void> {
    try {
      await this.administration.change(asking.visitor, id, sent, this.clock.now());
      await asking.reply.redirect(`/categories/${id}?saved=yes`, 303);
    } catch (error) {
      await this.drawOne(asking, id, false, { written: sent, problem: formProblem(error) });
    }
  }

  @Post(':id/position')
  @ForAdministrators()
  async move(@PathParts(categoryId) { id }: CategoryId, @Fields(sentMove) { move }: z.infer<typeof sentMove>, @Asked() asking: Asking): Promise<void> {
    await this.administration.move(asking.visitor, id, move === 'up' ? -1 : 1, this.clock.now());
    await asking.reply.redirect(`/categories#category-${id}`, 303);
  }

  private async drawList({ visitor, request, reply }: Asking, written: NewCategory, problem: FormProblem | null): Promise<void> {
    const [categories, log] = await Promise.all([this.administration.all(visitor), this.administration.log(visitor, null)]);
    const ui = this.pages.ui(visitor, request);
    const page = h(CategoriesPage, { ui, categories, log, written, errors: problem?.errors ?? null });
    await this.pages.send(reply, page, { status: problem?.status });
  }

  private async drawOne({ visitor, request, reply }: Asking, id: number, saved: boolean, again: Again | null): Promise<void> {
    const category = (await this.administration.all(visitor)).find((each) => each.id === id);
    if (category === undefined) throw new NotFound();
    const [team, log] = await Promise.all([this.administration.moderators(visitor, id, this.clock.now()), this.administration.log(visitor, id)]);
    const ticked = again?.written.moderators;
    const moderators = ticked === undefined ? team : team.map((each) => ({ ...each, here: each.everywhere || ticked.includes(each.id) }));
    const ui = this.pages.ui(visitor, request);
    const written = again?.written ?? typedOf(category);
    const page = h(CategorySettingsPage, { ui, category, moderators, log, written, errors: again?.problem.errors ?? null, saved });
    await this.pages.send(reply, page, { status: again?.problem.status });
  }
}
