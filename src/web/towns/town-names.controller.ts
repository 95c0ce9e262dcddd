import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { Towns } from '../../towns/towns.js';
import { type Answer, json } from '../kit/answer.js';
import { QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';

const asked = z.strictObject({ q: z.string().max(200).default('') });

/** Names of towns for a field that completes itself: the same for everyone, and for a year. */
@Controller('towns.json')
export class TownNamesController {
  constructor(private readonly towns: Towns) {}

  @Get()
  @ForEveryone()
  async list(@QueryParts(asked) { q }: z.infer<typeof asked>): Promise<Answer> {
    const towns = await this.towns.like(q);
    const names = towns.map(({ code, name, department, postal }) => ({ code, name, department, postal }));
    // Only this browser may keep what was typed, and no proxy on the way.
    return json(names, { headers: { 'cache-control': 'private, max-age=3600' } });
  }
}
