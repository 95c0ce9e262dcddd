import { Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import { drawAhead } from '../../markup/ahead.js';
import { render } from '../../markup/render.js';
import { cleanText, letters } from '../../submissions/clean.js';
import { SIZES } from '../../submissions/sizes.js';
import { type Answer, json } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { TooLong } from '../kit/forms.js';
import { Fields } from '../kit/input.js';
import { Limits } from '../kit/limits.js';
import { ForEveryone } from '../kit/marks.js';

const asked = z.strictObject({ text: z.string() });

/** The renderer as a service: what a text will look like, for scripts and tools. Nothing is stored. */
@Controller('api/preview')
export class PreviewController {
  constructor(private readonly limits: Limits) {}

  @Post()
  @ForEveryone()
  async create(
    @Fields(asked) { text }: z.infer<typeof asked>,
    @Asked() { request, writtenIn }: Asking,
  ): Promise<Answer> {
    await this.limits.take('preview', request);
    const cleaned = cleanText(text);
    if (letters(cleaned) > SIZES.text.most) throw new TooLong();
    await this.limits.takeDrawing(request, cleaned);
    await drawAhead(cleaned, writtenIn);
    return json({ html: render(cleaned, writtenIn) });
  }
}
