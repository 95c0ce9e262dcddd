import cookie from '@fastify/cookie';
import files from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import type { Clock } from '../clock/clock.js';
import type { Config } from '../config/config.js';
import type { OpenDatabase } from '../database/open-database.js';
import { LiveAdapter } from '../live/live-adapter.js';
import { AppModule } from './app.module.js';
import { Assets } from './assets.js';
import { compressAnswers } from './compressed-answers.js';
import { letEmbed } from './embedding.js';
import { BODY_LIMIT, readForms } from './forms.js';
import { answerFromPageCache } from './page-cache/page-cache-hook.js';
import { buildSameSiteWall } from './same-site-wall.js';
import { sendSecurityHeaders } from './security-headers.js';

/** The whole forum, ready to listen: what the program starts and what every test of a page talks to. */
export async function createApp(config: Config, database: OpenDatabase, clock: Clock): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: trusted(config),
    bodyLimit: BODY_LIMIT,
    // Whoever sends a letter a minute must not hold a place for hours; a text that comes slowly by Tor must arrive.
    requestTimeout: 60_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 72_000,
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : UNREADABLE),
    // Longer than any address that gets this far: what a parameter may hold is its schema's business.
    routerOptions: { maxParamLength: 32_768 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(config, database, clock), adapter, {
    bodyParser: false,
    logger: ['error', 'warn'],
  });
  app.useWebSocketAdapter(new LiveAdapter(app));
  const fastify = adapter.getInstance();
  fastify.decorateRequest('visitor', null).decorateRequest('site', null);
  sendSecurityHeaders(app, config);
  letEmbed(app, config);
  answerFromPageCache(app);
  readForms(fastify);
  buildSameSiteWall(fastify, config);
  // What a controller has said nothing about is nobody else's: redirects, files of tools, answers to scripts.
  fastify.addHook('onSend', (_request, reply, _body, done) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done();
  });
  await app.register(cookie);
  compressAnswers(fastify);
  const served = { index: false as const, decorateReply: false, preCompressed: true, setHeaders: forAnyPage };
  await app.register(files, { ...served, root: Assets.folder, prefix: '/assets/', immutable: Assets.areBuilt, maxAge: Assets.areBuilt ? '1y' : 0 });
  if (Assets.areBuilt) await app.register(files, { ...served, root: `${Assets.folder}embed`, prefix: '/embed/', maxAge: '10m' });
  return app;
}

/** Pages elsewhere load them to show a section, with CORS because they are modules. They are the same for everybody. */
function forAnyPage(reply: FastifyReply): void {
  void reply.header('cross-origin-resource-policy', 'cross-origin').header('access-control-allow-origin', '*');
}

/** Nothing is at it, so that an address with broken escapes gets the same page as any other that leads nowhere. */
const UNREADABLE = '/unreadable';

function isReadable(url: string): boolean {
  if (!url.includes('%')) return true;
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '') !== '';
  } catch {
    return false;
  }
}

/** Whose X-Forwarded-For counts. A forum with an https name has a proxy before it, on the same machine if not said otherwise. */
function trusted({ proxies, publicUrl }: Config): string[] | false {
  if (proxies.length > 0) return [...proxies];
  return publicUrl.startsWith('https:') ? ['127.0.0.1', '::1'] : false;
}
