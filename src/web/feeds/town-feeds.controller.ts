import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { departmentAddress, regionAddress, townAddress } from '../../../client/kit/address.js';
import { NotFound } from '../../errors/errors.js';
import { AboutTown } from '../../threads/about-town.js';
import { LatestPosts } from '../../threads/latest-posts.js';
import type { Around } from '../../towns/around.js';
import { Departments } from '../../towns/departments.js';
import { townAndDepartment } from '../../towns/town.js';
import { Towns } from '../../towns/towns.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { Moved } from '../kit/passing.js';
import { tagsAround } from '../kit/town-pieces.js';
import { FeedFiles, type Format, feedAddress } from './feed-files.js';

const byCode = z.strictObject({ code: z.string().max(10) });
const byDepartment = z.strictObject({ department: z.string().max(10) });
const byRegion = z.strictObject({ region: z.string().max(60) });
const FEEDS = ['feed.atom', 'feed.rss'];

/** A town, a department or a region, as its feeds name it. */
interface Fed {
  around: Around;
  name: string;
  /** Of its page. */
  address: string;
  /** The path that its feeds stand below, where that is another one. */
  base?: string;
  id: string;
}

/**
 * What is written in the cases of a town, a department or a region, and in the threads that are tied to a town there.
 */
@Controller()
export class TownFeedsController {
  constructor(
    private readonly towns: Towns,
    private readonly departments: Departments,
    private readonly posts: LatestPosts,
    private readonly about: AboutTown,
    private readonly files: FeedFiles,
  ) {}

  @Get(FEEDS.map((feed) => `town/:code/${feed}`))
  @ForEveryone()
  ofTown(@PathParts(byCode) { code }: z.infer<typeof byCode>, @Asked() asking: Asking): Promise<Answer> {
    return this.show(asking, async (format) => {
      const town = await this.towns.byCode(code);
      if (town === null) throw new NotFound();
      const base = `/town/${town.code}`;
      if (code !== town.code) throw new Moved(feedAddress(base, format));
      const around = { town: town.code };
      return { around, name: townAndDepartment(town), address: townAddress(town), base, id: `town:${town.code}` };
    });
  }

  @Get(FEEDS.map((feed) => `department/:department/${feed}`))
  @ForEveryone()
  ofDepartment(
    @PathParts(byDepartment) { department: asked }: z.infer<typeof byDepartment>,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    return this.show(asking, async (format) => {
      const found = await this.departments.byCode(asked);
      if (found === null) throw new NotFound();
      const { code, name } = found;
      const address = departmentAddress(code);
      if (asked !== code) throw new Moved(feedAddress(address, format));
      const around = { departments: [code] };
      return { around, name: townAndDepartment({ name, department: code }), address, id: `department:${code}` };
    });
  }

  @Get(FEEDS.map((feed) => `region/:region/${feed}`))
  @ForEveryone()
  ofRegion(@PathParts(byRegion) { region: slug }: z.infer<typeof byRegion>, @Asked() asking: Asking): Promise<Answer> {
    return this.show(asking, async () => {
      const departments = await this.departments.ofRegion(slug);
      const [first] = departments;
      if (first === undefined) throw new NotFound();
      const { region } = first;
      const around = { departments: departments.map(({ code }) => code) };
      return { around, name: region, address: regionAddress(region), id: `region:${slug}` };
    });
  }

  private show(asking: Asking, find: (format: Format) => Promise<Fed>): Promise<Answer> {
    return this.files.show(asking, async ({ site, t }, format) => {
      const { around, name, ...fed } = await find(format);
      const [posts, threads] = await Promise.all([this.posts.around(around), this.about.threads('everyone', around)]);
      return {
        ...fed,
        title: t.site.pageTitle(name, site.name),
        about: t.cases.lede,
        posts,
        tags: tagsAround(around, threads),
      };
    });
  }
}
