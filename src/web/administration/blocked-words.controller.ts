import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { BlockedWordsPage, type BlockedWordsPageProps } from '../../../client/administration/blocked-words-page.js';
import { BlockedLists, markOf, readLists, tried } from '../../administration/blocked-lists.js';
import { LatestTexts } from '../../threads/latest-texts.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { savedQuery, type SavedQuery, sentWords, type SentWords } from './category-fields.js';
import { Fields, QueryParts } from '../kit/input.js';
import { ForAdministrators } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';

const SAMPLE = 50;

/** The lists of blocked words: tried on what was published last, and saved only as they were tried. */
@Controller('blocked-words')
export class BlockedWordsController {
  constructor(
    private readonly lists: BlockedLists,
    private readonly texts: LatestTexts,
  ) {}

  @Get()
  @ForAdministrators()
  async show(@QueryParts(savedQuery) { saved }: SavedQuery, @Asked() { visitor, ui }: Asking): Promise<Answer> {
    const { hold, refuse } = await this.lists.all(visitor);
    const written = { hold: hold.join('\n'), refuse: refuse.join('\n') };
    return page(h(BlockedWordsPage, { ui, written, errors: null, trial: null, saved: saved !== undefined }));
  }

  @Post()
  @ForAdministrators()
  create(@Fields(sentWords) sent: SentWords, @Asked() { visitor, ui, now }: Asking): Promise<Answer> {
    const draw = (props: Pick<BlockedWordsPageProps, 'errors' | 'trial'>): Answer =>
      page(h(BlockedWordsPage, { ui, written: sent, saved: false, ...props }));
    return orAgain(
      async () => {
        const lists = readLists(sent);
        if (sent.action === 'save' && sent.tried === markOf(lists)) {
          await this.lists.save(visitor, lists, now);
          return seeOther('/blocked-words?saved=yes');
        }
        const posts = await this.texts.last('staff', SAMPLE);
        return draw({ errors: null, trial: { caught: tried(posts, lists), of: posts.length, mark: markOf(lists) } });
      },
      (errors) => draw({ errors, trial: null }),
    );
  }
}
