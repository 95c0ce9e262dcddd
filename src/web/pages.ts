import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { makeUi } from '../../client/make-ui.js';
import { AccountMenu } from '../../client/parts/account-menu.js';
import type { Ui } from '../../client/ui.js';
import { Clock } from '../clock/clock.js';
import { CONFIG, type Config } from '../config/config.js';
import { Queue } from '../desk/queue.js';
import { Unseen } from '../notices/unseen.js';
import type { Site } from '../site/site.js';
import type { Language, Visitor } from '../visitors/visitor.js';
import { Assets } from './assets.js';
import { formPage } from './form-page.js';
import { fillSlots } from './slots.js';

export interface Sending {
  status?: number;
  /** Fragments for the page's slots; `account` is filled for you. */
  slots?: Readonly<Record<string, string>>;
}

/** Turns a page of client/pages into an answer. */
@Injectable()
export class Pages {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly assets: Assets,
    private readonly queue: Queue,
    private readonly unseen: Unseen,
    private readonly clock: Clock,
  ) {}

  /** Words, dates and site for this visitor: their own language, or the site's. */
  ui(visitor: Visitor, request: FastifyRequest): Ui {
    const site = request.site ?? unknownSite(this.config);
    const language = visitor.member?.language ?? site.language;
    return makeUi({ site, mail: this.config.mail !== null, language, now: this.clock.now(), path: formPage(request), assets: this.assets.addresses });
  }

  /**
   * The language that texts are set in, drawn once for all who read: the site's, whatever its author chose for the
   * buttons around it.
   */
  writtenIn(request: FastifyRequest): Language {
    return (request.site ?? unknownSite(this.config)).language;
  }

  /** The whole document, slots still open: the same bytes for everyone of one audience and language. */
  document<P>(page: VNode<P>): string {
    return `<!doctype html>${renderToString(page)}`;
  }

  fragment<P>(part: VNode<P>): string {
    return renderToString(part);
  }

  /** What the masthead says about who looks; to moderators, how much waits at their desk, asked anew each time. */
  async account(visitor: Visitor, ui: Ui): Promise<string> {
    const { member } = visitor;
    // An error page comes out without the numbers when they are what can't be had.
    const waiting = visitor.isModerator ? await this.queue.waiting(visitor).catch(() => null) : null;
    const notices = member === null ? 0 : await this.unseen.of(member.id).catch(() => 0);
    const account = member && { name: member.name, role: member.role, waiting, notices };
    return this.fragment(h(AccountMenu, { ui, account }));
  }

  /** Answers with a page; `visitor` and `ui` are those of the request. */
  async send<P extends { ui: Ui }>(reply: FastifyReply, page: VNode<P>, { status = 200, slots = {} }: Sending = {}): Promise<void> {
    const { visitor } = reply.request;
    const { ui } = page.props;
    const account = visitor === null ? '' : await this.account(visitor, ui);
    await this.answer(reply, fillSlots(this.document(page), { account, ...slots }), status);
  }

  /**
   * Sends a document with its slots filled. Only a page that is nobody's own may be kept by a browser, and asks again
   * each time it is shown: what was taken down must not come back from a cache. Await it: a handler that is done before
   * its answer is answered for by Fastify, with nothing.
   */
  async answer(reply: FastifyReply, html: string, status = 200): Promise<void> {
    const { visitor, headers } = reply.request;
    const own = status >= 400 || visitor === null || !visitor.isGuest || headers.cookie !== undefined || reply.request.method === 'POST';
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', own ? 'no-store' : 'no-cache');
    // A Buffer, because Node 24 turns long strings into bytes slowly when it has to count them first.
    await reply.status(status).type('text/html; charset=utf-8').send(Buffer.from(html));
  }
}

/** For pages that say that the database is away: in our first language, under our own name. */
function unknownSite(config: Config): Site {
  return {
    name: 'Palabre', description: '', language: 'fr', timeZone: config.timeZone, setUpAt: null, demonstration: config.demonstration,
    reasons: [],
  };
}
