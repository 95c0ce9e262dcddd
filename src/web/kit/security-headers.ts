import { resolveSecurityHeaders } from '@nestjs/core/security/security-headers.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import type { Config } from '../../config/config.js';

const NOTHING = ["'none'"];
const OURS = ["'self'"];

type Options = NonNullable<Parameters<NestFastifyApplication['useSecurityHeaders']>[0]>;

const SECURITY: Options = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: NOTHING,
      scriptSrc: OURS,
      styleSrc: OURS,
      imgSrc: OURS,
      fontSrc: OURS,
      connectSrc: OURS,
      manifestSrc: OURS,
      formAction: OURS,
      baseUri: NOTHING,
      frameAncestors: NOTHING,
    },
  },
  referrerPolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
  // For Internet Explorer 8 and for Flash.
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  // Sent below, and only with answers under the https name: an onion or LAN name has no https to insist on.
  strictTransportSecurity: false,
};
const PERMISSIONS: [string, string] = [
  'Permissions-Policy',
  'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()',
];
const HTTPS: [string, string] = ['Strict-Transport-Security', 'max-age=63072000'];

/** Whether somebody asked for the https name of the forum, by their `Host`. */
function byHttpsName({ publicUrl }: Config): (host: string | undefined) => boolean {
  const { protocol, host: publicHost } = new URL(publicUrl);
  return (host) => protocol === 'https:' && host?.toLowerCase() === publicHost;
}

/**
 * Nest's own headers instead of a plugin's: they are worked out once at the start (a plugin works them out at each
 * request, a quarter of what a cached page costs) and stand on answers that no hook sees, such as those to an address
 * that can't be taken apart. No nonce, since pages are cached; the referrer policy is `same-origin`, since with
 * `no-referrer` browsers send `Origin: null` with honest forms.
 */
export function sendSecurityHeaders(app: NestFastifyApplication, config: Config): void {
  app.useSecurityHeaders(SECURITY);
  const isHttps = byHttpsName(config);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      reply.raw.setHeader(...PERMISSIONS);
      if (isHttps(request.headers.host)) reply.raw.setHeader(...HTTPS);
      done();
    });
}

/**
 * The same, as one array of names and values for each `Host`, for what is answered before Fastify: always one of the
 * same two arrays.
 */
export function headersOfAll(config: Config): (host: string | undefined) => readonly string[] {
  const plain = [...resolveSecurityHeaders(SECURITY).headers, PERMISSIONS].flat();
  const secure = [...plain, ...HTTPS];
  const isHttps = byHttpsName(config);
  return (host) => (isHttps(host) ? secure : plain);
}

const ALSO_FOR_FILES = ['Cross-Origin-Resource-Policy', 'X-Content-Type-Options'];
const FOR_PAGES = [...resolveSecurityHeaders(SECURITY).headers, PERMISSIONS]
  .map(([name]) => name)
  .filter((name) => !ALSO_FOR_FILES.includes(name));

/**
 * Takes away what only pages obey: half a kilobyte with each script and each style sheet of a first visit. Anything
 * else, such as a picture that may hold scripts, is a page when it is opened by itself, and keeps them.
 */
export function leaveOutForPages(reply: FastifyReply, file: string): void {
  if (/\.(css|js)(\.(br|gz))?$/.test(file)) for (const name of FOR_PAGES) reply.raw.removeHeader(name);
}
