import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { BlockedWordsPage, type BlockedWordsPageProps } from '../../client/pages/blocked-words-page.js';
import { Clock } from '../clock/clock.js';
import { BlockedLists, markOf, readLists, tried } from '../desk/administration/blocked-lists.js';
import { LatestTexts } from '../threads/latest-texts.js';
import { Asked, type Asking } from './asking.js';
import { savedQuery, type SavedQuery, sentWords, type SentWords } from './category-fields.js';
import { formProblem } from './form-problem.js';
import { Fields, QueryParts } from './input.js';
import { ForAdministrators } from './marks.js';
import { Pages } from './pages.js';

const SAMPLE = 50;

/** The lists of blocked words: tried on what was published last, and saved only as they were tried. */
@Controller('blocked-words')
export class BlockedWordsController {
  constructor(
    private readonly lists: BlockedLists, private readonly texts: LatestTexts, private readonly pages: Pages, private readonly clock: Clock,
  ) {}

  @Get()
  @ForAdministrators()
  async show(@QueryParts(savedQuery) { saved }: SavedQuery, @Asked() asking: Asking): Promise<void> {
    const { hold, refuse } = await this.lists.all(asking.visitor);
    await this.draw(asking, { written: { hold: hold.join('\n'), refuse: refuse.join('\n') }, errors: null, trial: null, saved: saved !== undefined });
  }

  @Post()
  @ForAdministrators()
  async create(@Fields(sentWords) sent: SentWords, @Asked() asking: Asking): Promise<void> {
    try {
      const lists = readLists(sent);
      if (sent.action === 'save' && sent.tried === markOf(lists)) {
        await this.lists.save(asking.visitor, lists, this.clock.now());
        await asking.reply.redirect('/blocked-words?saved=yes', 303);
        return;
      }
      const posts = await this.texts.last('staff', SAMPLE);
      const trial = { caught: tried(posts, lists), of: posts.length, mark: markOf(lists) };
      await this.draw(asking, { written: sent, errors: null, trial, saved: false });
    } catch (error) {
      const { status, errors } = formProblem(error);
      await this.draw(asking, { written: sent, errors, trial: null, saved: false }, status);
    }
  }

  private async draw({ visitor, request, reply }: Asking, props: Omit<BlockedWordsPageProps, 'ui'>, status?: number): Promise<void> {
    await this.pages.send(reply, h(BlockedWordsPage, { ui: this.pages.ui(visitor, request), ...props }), { status });
  }
}
