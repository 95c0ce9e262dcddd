import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { townAddress } from '../../../client/kit/address.js';
import { NotFound } from '../../errors/errors.js';
import { AboutTown } from '../../threads/about-town.js';
import { LatestPosts } from '../../threads/latest-posts.js';
import { townAndDepartment } from '../../towns/town.js';
import { Towns } from '../../towns/towns.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { Moved } from '../kit/passing.js';
import { FeedFiles, feedAddress } from './feed-files.js';

const byCode = z.strictObject({ code: z.string().max(10) });

/** What is written in the cases of a town, and in the threads that are tied to it. */
@Controller('town/:code')
export class TownFeedsController {
  constructor(
    private readonly towns: Towns,
    private readonly posts: LatestPosts,
    private readonly about: AboutTown,
    private readonly files: FeedFiles,
  ) {}

  @Get(['feed.atom', 'feed.rss'])
  @ForEveryone()
  show(@PathParts(byCode) { code }: z.infer<typeof byCode>, @Asked() asking: Asking): Promise<Answer> {
    return this.files.show(asking, async ({ site, t }, format) => {
      const town = await this.towns.byCode(code);
      if (town === null) throw new NotFound();
      const base = `/town/${town.code}`;
      if (code !== town.code) throw new Moved(feedAddress(base, format));
      return {
        address: townAddress(town),
        base,
        title: t.site.pageTitle(townAndDepartment(town), site.name),
        about: t.cases.lede,
        id: `town:${town.code}`,
        posts: await this.posts.inTown(town.code),
        tags: [tagOf.town(town.code), ...(await this.about.threads('everyone', town.code)).map(tagOf.thread)],
      };
    });
  }
}
