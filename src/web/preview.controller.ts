import { Controller, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { render } from '../markup/render.js';
import { cleanText, letters } from '../submissions/clean.js';
import { SIZES } from '../submissions/sizes.js';
import { Asked, type Asking } from './asking.js';
import { TooLong } from './forms.js';
import { Fields } from './input.js';
import { Limits } from './limits.js';
import { ForEveryone } from './marks.js';
import { Pages } from './pages.js';

const asked = z.strictObject({ text: z.string() });

/** The renderer as a service: what a text will look like, for scripts and tools. Nothing is stored. */
@Controller('api/preview')
export class PreviewController {
  constructor(private readonly limits: Limits, private readonly pages: Pages) {}

  @Post()
  @HttpCode(200)
  @ForEveryone()
  async create(@Fields(asked) { text }: z.infer<typeof asked>, @Asked() { request, reply }: Asking): Promise<void> {
    await this.limits.take('preview', request);
    const cleaned = cleanText(text);
    if (letters(cleaned) > SIZES.text.most) throw new TooLong();
    const language = this.pages.writtenIn(request);
    await reply.status(200).header('cache-control', 'no-store').send({ html: render(cleaned, language) });
  }
}
