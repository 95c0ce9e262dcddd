import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { CategoryChoices } from '../writing/category-choice.js';

const query = z.strictObject({ category: z.string().max(200).optional() });

/** A new workshop, asked for from anywhere. */
@Controller('workshops/new')
export class NewWorkshopsController {
  constructor(private readonly choices: CategoryChoices) {}

  @Get()
  @ForEveryone()
  async show(@QueryParts(query) { category }: z.infer<typeof query>, @Asked() asking: Asking): Promise<Answer> {
    return this.choices.answer(asking, 'workshop', category);
  }
}
