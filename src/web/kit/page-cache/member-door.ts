import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../../../clock/clock.js';
import type { Config } from '../../../config/config.js';
import { CurrentSite } from '../../../site/current-site.js';
import type { Site } from '../../../site/site.js';
import { trustedProxies } from '../../../visitors/places.js';
import { askedOverHttps, sessionToken } from '../../../visitors/session-cookie.js';
import type { Visitor } from '../../../visitors/visitor.js';
import { Visitors } from '../../../visitors/visitors.js';
import { hasWaitedSince, watchTime } from '../answer-in-time.js';
import { isWorthIt } from '../compressed-answers.js';
import { Limits } from '../limits.js';
import { opens } from '../marks.js';
import { Pages } from '../pages.js';
import { headersOfAll } from '../security-headers.js';
import { AudiencePages } from './audience-pages.js';
import type { Door } from './door.js';
import { type AnyEncoding, encodedOnce, encodingOnceFor } from './encoding.js';
import { memberKey, type MemberPage, PageCache } from './page-cache.js';
import type { Fragments, Template } from './template.js';

/** One member who gets one kept page. */
interface Giving {
  request: IncomingMessage;
  site: Site;
  visitor: Visitor;
  page: MemberPage;
  now: Date;
}

interface Given {
  head: string[];
  body: Buffer;
}

/**
 * Gives members kept pages before Fastify and the framework run, which cost more than the page: their session has to
 * be one that memory knows, their page one that is kept for their audience and language, and its route one that lets
 * them in. What is personal is filled in as ever. Whatever is not as usual (a HEAD, a session that only the database
 * knows, a budget that is used up, a part that fails) goes the long way, which knows the words for it.
 */
export function memberDoor(app: NestFastifyApplication, config: Config): Door {
  const [find, give] = [finding(app, config), giving(app, config)];
  return (request, response, otherwise) => {
    const found = find(request);
    if (found === null) return otherwise();
    const since = performance.now();
    let isLeft = false;
    const leave = (): void => {
      stop();
      if (isLeft) return;
      isLeft = true;
      hasWaitedSince(request, since);
      otherwise();
    };
    const stop = watchTime(request, leave);
    give(found)
      .then(({ head, body }) => {
        stop();
        if (!isLeft) response.writeHead(200, head).end(body);
      }, leave)
      // What goes wrong in writing an answer ends this one, and not the process.
      .catch(() => response.destroy());
  };
}

/** Who asks and for which kept page; null where anything of it has to be asked for. */
function finding(app: NestFastifyApplication, config: Config): (request: IncomingMessage) => Giving | null {
  const [clock, sites, visitors] = [app.get(Clock), app.get(CurrentSite), app.get(Visitors)];
  const { forMembers } = app.get(PageCache);
  const believesProxies = trustedProxies(config).length > 0;
  const secure = new URL(config.publicUrl).protocol === 'https:';
  return (request) => {
    const { method, url = '', headers } = request;
    const forwarded = headers['x-forwarded-proto'];
    const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
    if (method !== 'GET' || hasBody) return null;
    const https = secure && askedOverHttps(config.publicUrl, headers.host, 'http');
    // Under the https name it is https whatever a proxy says, and usual proxies say it with each request. Under another
    // name it depends on whether this proxy is believed.
    if (!https && believesProxies && forwarded !== undefined && forwarded !== 'http') return null;
    const token = sessionToken(headers.cookie, https);
    const [site, now] = [sites.known, clock.now()];
    if (token === null || site === null || site.setUpAt === null) return null;
    const visitor = visitors.known(token, now);
    if (visitor === undefined || visitor.member === null) return null;
    const page = forMembers.get(memberKey(visitor, visitor.member.language ?? site.language, url), now);
    if (page === undefined || page.mark === null || !opens(page.mark, visitor)) return null;
    return { request, site, visitor, page, now };
  };
}

function giving(app: NestFastifyApplication, config: Config): (found: Giving) => Promise<Given> {
  const [limits, pages, kept] = [app.get(Limits), app.get(Pages), app.get(AudiencePages)];
  const standing = headersOfAll(config);
  return async ({ request: { method = '', url = '', headers }, site, visitor, page, now }) => {
    await limits.take('account', { visitor, ip: '' });
    const ui = pages.ui(visitor, { site, method, url }, now);
    const query = url.includes('?') ? parse(url.slice(url.indexOf('?') + 1)) : {};
    const answer = await kept.filled(page, { visitor, ui, request: { method, url, headers, query } });
    const head = [...standing(headers.host), ...Object.entries(answer.headers).flat()];
    const encoding = isWorthIt(page.template.bytes) ? encodingOnceFor({ headers }) : 'identity';
    const body = await encodedFor(page.template, answer.fragments, encoding);
    if (encoding !== 'identity') head.push('content-encoding', encoding);
    head.push('content-length', String(body.length));
    return { head, body };
  };
}

/** Of what browsers of today ask for, only what is personal is compressed anew. */
async function encodedFor(template: Template, fragments: Fragments, encoding: AnyEncoding): Promise<Buffer> {
  const compressed = encoding === 'zstd' ? template.fillCompressed(fragments) : null;
  return compressed ?? encodedOnce(template.fill(fragments), encoding);
}
