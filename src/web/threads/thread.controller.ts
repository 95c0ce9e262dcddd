import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { postAddress } from '../../../client/kit/address.js';
import { NotFound } from '../../errors/errors.js';
import { Threads } from '../../threads/threads.js';
import { wholeNumber } from '../kit/address-parts.js';
import { type Answer, found } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts, QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import { extent } from './extent.js';
import { QuestionsView } from './questions-view.js';
import { ReadingView } from './reading-view.js';
import { ThreadDrawing } from './thread-drawing.js';

const path = z.strictObject({ id: wholeNumber, slug: z.string().max(300) });
const withoutSlug = path.omit({ slug: true });
const query = z.strictObject({
  page: wholeNumber.optional(),
  view: z.enum(['reading', 'questions']).optional(),
  ...extent.shape,
});
/** What somebody typed as a number: odd ones lead to the beginning. */
const leadQuery = z.strictObject({ ...query.shape, post: wholeNumber.optional().catch(undefined) });
type Query = z.infer<typeof query>;

@Controller('thread/:id')
export class ThreadController {
  constructor(
    private readonly threads: Threads,
    private readonly drawing: ThreadDrawing,
    private readonly reading: ReadingView,
    private readonly questions: QuestionsView,
    private readonly pages: AudiencePages,
  ) {}

  @Get(':slug')
  @ForEveryone()
  async show(
    @PathParts(path) { id, slug }: z.infer<typeof path>,
    @QueryParts(query) asked: Query,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.answer(asking, id, slug, asked);
  }

  /** An address without the title is redirected to the whole one. */
  @Get()
  @ForEveryone()
  async lead(
    @PathParts(withoutSlug) { id }: z.infer<typeof withoutSlug>,
    @QueryParts(leadQuery) { post, ...asked }: z.infer<typeof leadQuery>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    if (post !== undefined) return this.goTo(asking, id, post);
    return this.answer(asking, id, null, asked);
  }

  private answer(asking: Asking, id: number, slug: string | null, { page, view, ...rest }: Query): Promise<Answer> {
    if (view === 'reading')
      return this.pages.for(asking, (ui) => this.reading.draw(ui, asking.visitor, { id, slug, ...rest }));
    if (view === 'questions')
      return this.pages.for(asking, (ui) => this.questions.draw(ui, asking, { id, slug, page }));
    return this.pages.for(asking, (ui) => this.drawing.draw(ui, asking, { id, slug, page }));
  }

  /** To the post of that number, or to the last one where there are fewer. */
  private async goTo({ visitor }: Asking, id: number, number: number): Promise<Answer> {
    const thread = await this.threads.for(visitor.audience).thread(id);
    if (thread === null) throw new NotFound();
    return found(postAddress(thread.id, Math.min(number, thread.lastNumber)));
  }
}
