import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type AtomItem, atom } from '../../../client/feeds/atom.js';
import { postAddress } from '../../../client/kit/address.js';
import { nameOf } from '../../../client/kit/author.js';
import { rss } from '../../../client/kit/rss.js';
import { titleOf } from '../../../client/kit/thread-row.js';
import type { Ui } from '../../../client/kit/ui.js';
import { NotFound } from '../../errors/errors.js';
import { InstallationSecret } from '../../submissions/installation-secret.js';
import type { LatestPost } from '../../threads/latest-posts.js';
import { Visitor } from '../../visitors/visitor.js';
import { bytes, type Whole } from '../kit/answer.js';
import type { Asking } from '../kit/asking.js';
import { Absolute } from '../kit/absolute.js';
import { type DrawnFile, KeptFiles } from '../kit/page-cache/kept-files.js';

/** A page of the forum as its feeds show it. */
export interface FedPage {
  /** The path of the page. */
  address: string;
  /** The path that its feeds stand below, where that is another one. */
  base?: string;
  /** The address of the feed itself, where it stands below no page. */
  own?: string;
  title: string;
  about: string;
  /** What it is, for the id of the feed: `thread:12`. */
  id: string;
  posts: LatestPost[];
  /** From tags.ts. */
  tags: readonly string[];
}

const FILE = /feed\.(atom|rss)(?:\?|$)/;

export type Format = 'atom' | 'rss';

/** As the address that was asked for ends. @throws NotFound where it ends otherwise */
function formatOf({ request }: Asking): Format {
  const [, ending] = FILE.exec(request.url) ?? [];
  if (ending === undefined) throw new NotFound();
  return ending === 'atom' ? 'atom' : 'rss';
}

/** Where a feed of the page of this path stands. */
export function feedAddress(base: string, format: Format): string {
  return `${base === '/' ? '' : base}/feed.${format}`;
}

/** Draws the two feeds of a page, for everyone: whoever asks with a cookie gets what a guest gets. */
@Injectable()
export class FeedFiles {
  constructor(
    private readonly kept: KeptFiles,
    private readonly secret: InstallationSecret,
    private readonly absolute: Absolute,
  ) {}

  /** `draw` reads for everyone. In Atom or RSS, as the address that was asked for ends. */
  async show(asking: Asking, draw: (ui: Ui, format: Format) => Promise<FedPage>): Promise<Whole> {
    const format = formatOf(asking);
    return this.kept.show(asking, async (ui) => this.drawn(asking, ui, await draw(ui, format), format));
  }

  /** The same of what nobody is to keep: what was asked says a lot about whoever asks. */
  async showUnkept(asking: Asking, draw: (ui: Ui, format: Format) => Promise<FedPage>): Promise<Whole> {
    const format = formatOf(asking);
    const ui = asking.uiFor(Visitor.guest());
    const { type, body, link } = await this.drawn(asking, ui, await draw(ui, format), format);
    return bytes(type, body, { headers: { link, 'cache-control': 'no-store' } });
  }

  private async drawn(asking: Asking, ui: Ui, page: FedPage, format: Format): Promise<DrawnFile> {
    const urn = `urn:palabre:${await this.installation()}`;
    const address = page.own ?? feedAddress(page.base ?? page.address, format);
    const feed = {
      title: page.title,
      link: this.absolute.address(page.address),
      self: this.absolute.address(address),
      id: `${urn}:${page.id}`,
      about: page.about,
      language: ui.language,
      since: asking.request.site?.setUpAt ?? new Date(0),
      items: page.posts.map((post) => this.item(ui, post, urn)),
    };
    return {
      type: `application/${format}+xml; charset=utf-8`,
      body: format === 'atom' ? atom(feed) : rss(feed),
      address,
      tags: page.tags,
      link: `<${page.address}>; rel="alternate"; type="text/html"`,
    };
  }

  private item(ui: Ui, post: LatestPost, urn: string): AtomItem {
    const title = titleOf(ui, post);
    return {
      title: post.number === 1 ? title : ui.t.feeds.item(title, post.number),
      link: this.absolute.address(postAddress(post.thread, post.number)),
      guid: `${urn}:post:${post.thread}:${post.number}`,
      at: post.publishedAt,
      updated: post.editedAt ?? post.publishedAt,
      html: this.absolute.html(post.html),
      by: nameOf(ui, { name: post.author }),
    };
  }

  /** A name that stays when the forum gets another address, and says nothing of the secret that it is made from. */
  private async installation(): Promise<string> {
    return createHmac('sha256', await this.secret.get())
      .update('feeds')
      .digest('hex')
      .slice(0, 16);
  }
}
