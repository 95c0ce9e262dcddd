import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { categoryAddress, tagAddress, threadAddress, userAddress } from '../../../client/kit/address.js';
import { statedTitle } from '../../../client/kit/stated-title.js';
import { Categories } from '../../categories/categories.js';
import { NotFound } from '../../errors/errors.js';
import { nameKey } from '../../members/name-key.js';
import { tagKey } from '../../markup/rules/names.js';
import { LatestPosts } from '../../threads/latest-posts.js';
import { Tags } from '../../threads/tags.js';
import { Threads } from '../../threads/threads.js';
import { wholeNumber } from '../kit/address-parts.js';
import type { Answer } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PathParts } from '../kit/input.js';
import { ForEveryone } from '../kit/marks.js';
import { tagOf } from '../kit/page-cache/tags.js';
import { Moved } from '../kit/passing.js';
import { FeedFiles, feedAddress } from './feed-files.js';

const bySlug = z.strictObject({ slug: z.string().max(200) });
const byId = z.strictObject({ id: wholeNumber });
const byTag = z.strictObject({ tag: z.string().max(200) });
const byName = z.strictObject({ name: z.string().max(200) });

/** The feeds below the pages of the forum, each in Atom and in RSS: of what everyone may read. */
@Controller()
export class FeedsController {
  constructor(
    private readonly categories: Categories,
    private readonly threads: Threads,
    private readonly posts: LatestPosts,
    private readonly tags: Tags,
    private readonly files: FeedFiles,
  ) {}

  @Get(['feed.atom', 'feed.rss'])
  @ForEveryone()
  ofForum(@Asked() asking: Asking): Promise<Answer> {
    return this.files.show(asking, async ({ site }) => ({
      address: '/',
      title: site.name,
      about: site.description,
      id: 'forum',
      posts: await this.posts.all(),
      tags: [tagOf.lists],
    }));
  }

  @Get(['recent/feed.atom', 'recent/feed.rss'])
  @ForEveryone()
  ofRecent(@Asked() asking: Asking): Promise<Answer> {
    return this.files.show(asking, async ({ site, t }) => ({
      address: '/recent',
      title: t.site.pageTitle(t.read.recentThreads, site.name),
      about: site.description,
      id: 'recent',
      posts: await this.posts.all(),
      tags: [tagOf.lists],
    }));
  }

  @Get(['category/:slug/feed.atom', 'category/:slug/feed.rss'])
  @ForEveryone()
  ofCategory(@PathParts(bySlug) { slug }: z.infer<typeof bySlug>, @Asked() asking: Asking): Promise<Answer> {
    return this.files.show(asking, async ({ site, t }) => {
      const category = await this.categories.for('everyone').must(slug);
      return {
        address: categoryAddress(category),
        title: t.site.pageTitle(category.name, site.name),
        about: category.description,
        id: `category:${category.slug}`,
        posts: await this.posts.inCategory(category.id),
        tags: [tagOf.category(category.id)],
      };
    });
  }

  @Get(['thread/:id/feed.atom', 'thread/:id/feed.rss'])
  @ForEveryone()
  ofThread(@PathParts(byId) { id }: z.infer<typeof byId>, @Asked() asking: Asking): Promise<Answer> {
    return this.files.show(asking, async (ui, format) => {
      const thread = await this.threads.for('everyone').thread(id);
      if (thread === null) throw new NotFound();
      const base = `/thread/${thread.id}`;
      if (thread.id !== id) throw new Moved(feedAddress(base, format));
      return {
        address: threadAddress(thread),
        base,
        title: ui.t.site.pageTitle(statedTitle(ui, thread), ui.site.name),
        about: ui.t.read.posts(thread.postCount),
        id: `thread:${id}`,
        posts: await this.posts.inThread(id),
        tags: [tagOf.thread(id)],
      };
    });
  }

  /** Of a member who has a page that everyone may read. */
  @Get(['user/:name/feed.atom', 'user/:name/feed.rss'])
  @ForEveryone()
  ofMember(@PathParts(byName) { name }: z.infer<typeof byName>, @Asked() asking: Asking): Promise<Answer> {
    return this.files.show(asking, async ({ site, t }, format) => {
      const key = nameKey(name);
      const member = await this.threads.for('everyone').byMember(key);
      if (member === null) throw new NotFound();
      const address = userAddress(member);
      if (name !== member.name) throw new Moved(feedAddress(address, format));
      return {
        address,
        title: t.site.pageTitle(member.name, site.name),
        about: t.read.userPosts,
        id: `user:${encodeURIComponent(member.name)}`,
        posts: await this.posts.byMember(key),
        tags: [tagOf.people],
      };
    });
  }

  @Get(['tag/:tag/feed.atom', 'tag/:tag/feed.rss'])
  @ForEveryone()
  ofTag(@PathParts(byTag) { tag: word }: z.infer<typeof byTag>, @Asked() asking: Asking): Promise<Answer> {
    return this.files.show(asking, async ({ site, t }, format) => {
      const key = tagKey(word);
      const tag = key === null ? null : await this.tags.one('everyone', key);
      if (tag === null) throw new NotFound();
      const address = tagAddress(tag.tag);
      if (word !== tag.tag) throw new Moved(feedAddress(address, format));
      return {
        address,
        title: t.site.pageTitle(`#${tag.spelling}`, site.name),
        about: t.read.posts(tag.count),
        id: `tag:${encodeURIComponent(tag.tag)}`,
        posts: await this.posts.tagged(tag.tag),
        tags: [tagOf.lists],
      };
    });
  }
}
