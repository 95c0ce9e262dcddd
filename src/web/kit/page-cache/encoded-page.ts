import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Whole } from '../answer.js';
import { encodedForMany, encodedForManyNow, encodedQuickly, encodingFor, type Encoding } from './encoding.js';

const HTML = 'text/html; charset=utf-8';

/** An answer as Node sends it fastest: names and values of its headers in one array, made once. */
interface Ready {
  status: number;
  head: string[];
  body: Buffer | null;
}

interface Readies {
  etag: string;
  page: Ready;
  unchanged: Ready;
}

/**
 * A complete answer for guests: the same bytes for all of them, compressed once for each encoding. `bytes` is what it
 * weighs at most.
 */
export class EncodedPage {
  private readonly readies = new Map<readonly string[], Partial<Record<Encoding, Readies>>>();

  private constructor(
    private readonly bodies: Record<Encoding, Buffer | null> & { identity: Buffer },
    private readonly links: string,
    private readonly tag: string,
    private readonly type: string,
    readonly bytes: number,
    private readonly encoded: (body: Buffer, encoding: Encoding) => Buffer,
  ) {}

  /** In the encoding that is asked for now; in another one when somebody asks for that. */
  static async of(html: Buffer, links: string, first: Encoding): Promise<EncodedPage> {
    const bodies = { br: null, gzip: null, identity: html, [first]: await encodedForMany(html, first) };
    return new EncodedPage(bodies, links, nameOf(html), HTML, html.length * 2, encodedForManyNow);
  }

  /**
   * For what servers ask for, mostly as it is: compressed when somebody asks for that, and then quickly, because
   * drawing a section costs less than compressing it well.
   */
  static plain(body: Buffer, links: string, type = HTML): EncodedPage {
    return new EncodedPage(
      { br: null, gzip: null, identity: body },
      links,
      nameOf(body),
      type,
      body.length * 2,
      encodedQuickly,
    );
  }

  /** `shared` says whether a proxy or the browser may keep it: not when the request carried a session. */
  answer(request: { headers: IncomingHttpHeaders }, shared: boolean, varies = 'Accept-Encoding, Cookie'): Whole {
    const encoding = encodingFor(request);
    const etag = this.etag(encoding);
    const headers: Record<string, string> = {
      link: this.links,
      vary: varies,
      'cache-control': shared ? 'public, max-age=0, must-revalidate' : 'no-store',
    };
    if (shared) {
      headers['etag'] = etag;
      if (matches(request.headers['if-none-match'], etag)) return { kind: 'whole', status: 304, headers, body: null };
    }
    headers['content-type'] = this.type;
    if (encoding !== 'identity') headers['content-encoding'] = encoding;
    return { kind: 'whole', status: 200, headers, body: this.body(encoding) };
  }

  /** What `answer` says where it is shared, together with `standing`, which stands on every answer of the forum. */
  ready(headers: IncomingHttpHeaders, standing: readonly string[]): Ready {
    const encoding = encodingFor({ headers });
    const known = headers['if-none-match'];
    let readies = this.readies.get(standing);
    if (readies === undefined) this.readies.set(standing, (readies = {}));
    const { etag, page, unchanged } = (readies[encoding] ??= this.make(encoding, standing));
    return known !== undefined && matches(known, etag) ? unchanged : page;
  }

  private make(encoding: Encoding, standing: readonly string[]): Readies {
    const etag = this.etag(encoding);
    const ready = (headers: IncomingHttpHeaders): Ready => {
      const whole = this.answer({ headers: { ...headers, 'accept-encoding': encoding } }, true);
      const body = whole.body as Buffer | null;
      const length = body === null ? [] : ['content-length', String(body.length)];
      return { status: whole.status, head: [...standing, ...Object.entries(whole.headers).flat(), ...length], body };
    };
    return { etag, page: ready({}), unchanged: ready({ 'if-none-match': etag }) };
  }

  /** Each encoding has a name of its own, as HTTP asks for: they are different bytes. */
  private etag(encoding: Encoding): string {
    return `"${this.tag}-${encoding}"`;
  }

  private body(encoding: Encoding): Buffer {
    return (this.bodies[encoding] ??= this.encoded(this.bodies.identity, encoding));
  }
}

function nameOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 22);
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
