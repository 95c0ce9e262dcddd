import type { RequestListener } from 'node:http';
import cookie from '@fastify/cookie';
import files from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from './clock/clock.js';
import type { Config } from './config/config.js';
import type { OpenDatabase } from './database/open-database.js';
import { LiveAdapter } from './live/live-adapter.js';
import { trustedProxies } from './visitors/places.js';
import { AppModule } from './app.module.js';
import { answerInTime } from './web/kit/answer-in-time.js';
import { Assets } from './web/kit/assets.js';
import { compressAnswers } from './web/kit/compressed-answers.js';
import { letEmbed } from './web/kit/embedding.js';
import { BODY_LIMIT, readForms } from './web/kit/forms.js';
import type { Door } from './web/kit/page-cache/door.js';
import { encodingFor } from './web/kit/page-cache/encoding.js';
import { keptPageDoor } from './web/kit/page-cache/kept-page-door.js';
import { answerElsewhereAsGuests } from './web/search/asked-elsewhere.js';
import { buildSameSiteWall } from './web/kit/same-site-wall.js';
import { httpServer } from './web/kit/server/http-server.js';
import { leaveOutForPages, sendSecurityHeaders } from './web/kit/security-headers.js';

/** The whole forum, ready to listen: what the program starts and what every test of a page talks to. */
export async function createApp(
  config: Config,
  database: OpenDatabase,
  clock: Clock,
): Promise<NestFastifyApplication> {
  // Fastify wants its server before there is anything to keep pages in.
  let fromKeptPages: Door = (_request, _response, otherwise) => otherwise();
  const adapter = new FastifyAdapter({
    trustProxy: trustedProxies(config).length > 0 ? [...trustedProxies(config)] : false,
    bodyLimit: BODY_LIMIT,
    // The server itself answers what it can't read, with our words and headers.
    clientErrorHandler: () => undefined,
    serverFactory: (answer: RequestListener) =>
      httpServer(config, (request, response) => {
        fromKeptPages(request, response, () => answer(request, response));
      }),
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : UNREADABLE),
    // Longer than any address that reaches the router: how long a parameter may be is for its schema to say.
    routerOptions: { maxParamLength: 32_768 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(config, database, clock), adapter, {
    bodyParser: false,
    logger: ['error', 'warn'],
  });
  app.useWebSocketAdapter(new LiveAdapter(app));
  const fastify = adapter.getInstance();
  // Fastify would refuse it for its content type, and nothing of ours can be asked for by it.
  fastify.addHttpMethod('QUERY', { hasBody: false, overrideExisting: true });
  fastify.decorateRequest('visitor', null).decorateRequest('site', null).decorateRequest('asking', null);
  sendSecurityHeaders(app, config);
  letEmbed(app, config);
  answerElsewhereAsGuests(fastify, config);
  fromKeptPages = keptPageDoor(app, config);
  readForms(fastify);
  answerInTime(fastify);
  buildSameSiteWall(fastify, config);
  // An answer for which a controller has chosen no caching is stored nowhere: redirects, files of tools, answers to
  // scripts.
  fastify.addHook('onSend', (_request, reply, _body, done) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done();
  });
  fastify.addHook('onListen', (done) => {
    database.hurry();
    done();
  });
  await app.register(cookie);
  compressAnswers(fastify);
  const served = { index: false as const, decorateReply: false, preCompressed: true, setHeaders: forAnyPage };
  await app.register(async (scope: FastifyInstance) => {
    scope.addHook('onRequest', (request, _reply, done) => {
      sayWhatAnyCodingIs(request);
      done();
    });
    await scope.register(files, {
      ...served,
      root: Assets.folder,
      prefix: '/assets/',
      immutable: Assets.areBuilt,
      maxAge: Assets.areBuilt ? '1y' : 0,
      // A built file has a hash of its content in its name, and an ETag: the date of its change would add nothing.
      lastModified: !Assets.areBuilt,
      acceptRanges: false,
    });
    if (Assets.areBuilt)
      await scope.register(files, { ...served, root: `${Assets.folder}embed`, prefix: '/embed/', maxAge: '10m' });
  });
  return app;
}

/** The plugin takes `*` for gzip, even where gzip itself is refused. */
function sayWhatAnyCodingIs(request: FastifyRequest): void {
  const { headers } = request.raw;
  if (headers['accept-encoding']?.includes('*') === true) headers['accept-encoding'] = encodingFor(request);
}

/**
 * For the script files that pages elsewhere load to show a section: browsers load modules with CORS, and these files
 * are the same for everybody.
 */
function forAnyPage(reply: FastifyReply, file: string): void {
  leaveOutForPages(reply, file);
  void reply.header('cross-origin-resource-policy', 'cross-origin').header('access-control-allow-origin', '*');
}

/**
 * No route has this address, so that an address with broken escapes gets the same page as any other that leads
 * nowhere.
 */
const UNREADABLE = '/unreadable';

function isReadable(url: string): boolean {
  if (!url.includes('%')) return true;
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '') !== '';
  } catch {
    return false;
  }
}
