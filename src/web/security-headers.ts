import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/config.js';

const NOTHING = ["'none'"];
const OURS = ["'self'"];

/**
 * Nest's own headers instead of a plugin's: they are worked out once at the start (a plugin works them out at each
 * request, a quarter of what a cached page costs) and stand on answers that no hook sees, such as those to an
 * address that can't be taken apart. No nonce, since pages are cached; the referrer policy is `same-origin`, since with
 * `no-referrer` browsers send `Origin: null` with honest forms.
 */
export function sendSecurityHeaders(app: NestFastifyApplication, config: Config): void {
  app.useSecurityHeaders({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: NOTHING, scriptSrc: OURS, styleSrc: OURS, imgSrc: OURS, fontSrc: OURS, connectSrc: OURS,
        manifestSrc: OURS, formAction: OURS, baseUri: NOTHING, frameAncestors: NOTHING,
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    // Said below, and only to whoever asked for the https name: an onion or LAN name has no https to insist on.
    strictTransportSecurity: false,
  });
  const { protocol, host: publicHost } = new URL(config.publicUrl);
  app.getHttpAdapter().getInstance().addHook('onRequest', (request, reply, done) => {
    reply.raw.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()');
    if (protocol === 'https:' && request.headers.host?.toLowerCase() === publicHost)
      reply.raw.setHeader('Strict-Transport-Security', 'max-age=63072000');
    done();
  });
}
