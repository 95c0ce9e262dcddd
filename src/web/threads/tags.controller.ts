import { Controller, Get } from '@nestjs/common';
import { h } from 'preact';
import { z } from 'zod';
import { tagAddress } from '../../../client/kit/address.js';
import { TagPage, TagsPage } from '../../../client/threads/tag-page.js';
import { NotFound } from '../../errors/errors.js';
import { tagKey } from '../../markup/rules/names.js';
import { Tags } from '../../threads/tags.js';
import { before } from '../kit/address-parts.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts, QueryParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { AudiencePages } from '../kit/page-cache/audience-pages.js';
import { sliceAddress } from '../kit/page-cache/slice-address.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { Moved } from '../kit/passing.js';

const path = z.strictObject({ tag: z.string().max(200) });

/** The posts with a tag, and the tags in use. */
@Controller()
export class TagsController {
  constructor(
    private readonly tags: Tags,
    private readonly pages: AudiencePages,
  ) {}

  @Get('tags')
  @ForEveryone()
  list(@Asked() asking: Asking): Promise<Answer> {
    return this.pages.for(asking, async (ui) => {
      const tags = await this.tags.all(asking.visitor.audience);
      return { page: h(TagsPage, { ui, tags }), address: '/tags', tags: [tagOf.lists] };
    });
  }

  /** A tag that no post which this visitor may read has answers like a word that is none. */
  @Get('tag/:tag')
  @ForEveryone()
  show(
    @PathParts(path) { tag: word }: z.infer<typeof path>,
    @QueryParts(before) { before: cursor = null }: { before?: string | null },
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const { audience } = asking.visitor;
    return this.pages.for(asking, async (ui) => {
      const key = tagKey(word);
      const tag = key === null ? null : await this.tags.one(audience, key);
      if (tag === null) throw new NotFound();
      const posts = await this.tags.posts(audience, tag.tag, cursor);
      const slice = sliceAddress(tagAddress(tag.tag), cursor, posts.next);
      if (word !== tag.tag) throw new Moved(slice.address);
      const isForEveryone = audience === 'everyone' || (await this.tags.one('everyone', tag.tag)) !== null;
      return {
        page: h(TagPage, { ui, tag, posts, before: cursor, isForEveryone }),
        ...slice,
        tags: [tagOf.lists],
      };
    });
  }
}
