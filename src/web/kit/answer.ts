import type { CookieSerializeOptions } from '@fastify/cookie';
import type { VNode } from 'preact';
import type { Ui } from '../../../client/kit/ui.js';
import { documentOf } from './html-of.js';

export interface Cookie {
  name: string;
  value: string;
  flags: CookieSerializeOptions;
}

interface Head {
  status: number;
  /**
   * Names in small letters. Without a `cache-control` no cache keeps the answer; pages have a rule of their own
   * (pages.ts).
   */
  headers: Readonly<Record<string, string>>;
  cookie?: Cookie | readonly Cookie[] | undefined;
}

/** A document whose slot `account` is still open. */
export interface DrawnPage extends Head {
  kind: 'page';
  html: string;
  ui: Ui;
  /** false where the masthead has to do without the numbers that the database knows. */
  counted: boolean;
  /** By the name of their slot, pieces that lie ready as bytes; they are not looked at again. */
  parts: Readonly<Record<string, Buffer>>;
  /** How many wait for this moderator, where the page has counted them already. */
  waiting?: number | undefined;
}

/** An answer to which nothing is added: bytes as they are, an object that becomes JSON, or null for none. */
export interface Whole extends Head {
  kind: 'whole';
  /** A stream for a file that is read while it is sent. */
  body: Buffer | string | object | null;
}

/** What a controller answers with. `answer.interceptor.ts` sends it, and nobody else touches the reply. */
export type Answer = DrawnPage | Whole;

/** What is known of the numbers in the masthead. */
export type Counted = Pick<DrawnPage, 'counted' | 'waiting'>;

type About = Pick<DrawnPage, 'counted' | 'waiting' | 'parts'>;

/** What may stand beside any answer. */
export type Beside = Partial<Head>;

/** The page of `client/`, for whoever asks. */
export function page<P extends { ui: Ui }>(
  node: VNode<P>,
  { status = 200, headers = {}, cookie, counted = true, waiting, parts = {} }: Beside & Partial<About> = {},
): DrawnPage {
  return {
    kind: 'page',
    html: documentOf(node),
    ui: node.props.ui,
    counted,
    waiting,
    parts,
    status,
    headers,
    cookie,
  };
}

/** After something was done: `to` is a path of ours that shows it. */
export function seeOther(to: string, { headers = {}, cookie }: Beside = {}): Whole {
  return led(303, to, headers, cookie);
}

/** A redirect to the present address of what was asked for, which may change again. */
export function found(to: string): Whole {
  return led(302, to);
}

/**
 * It has that address for good. Not for browsers to keep: a title that goes and comes back would send them round in
 * circles.
 */
export function moved(to: string): Whole {
  return led(301, to);
}

function led(status: number, location: string, headers: Head['headers'] = {}, cookie?: Head['cookie']): Whole {
  return { kind: 'whole', status, headers: { ...headers, location }, body: null, cookie };
}

/** For tools and scripts. */
export function json(body: object, { status = 200, headers = {} }: Beside = {}): Whole {
  return { kind: 'whole', status, headers, body };
}

/** Anything that is no page: a file, a feed, a fragment, a line of text. */
export function bytes(type: string, body: Buffer | string, { status = 200, headers = {} }: Beside = {}): Whole {
  return {
    kind: 'whole',
    status,
    headers: { ...headers, 'content-type': type },
    body: Buffer.isBuffer(body) ? body : Buffer.from(body),
  };
}

/** A part of a page, for the script of a page of ours or of somebody else's. */
export function fragment(html: Buffer | string, beside: Beside = {}): Whole {
  return bytes('text/html; charset=utf-8', html, beside);
}

/** It was done, and there is nothing to show. */
export function done(): Whole {
  return { kind: 'whole', status: 204, headers: {}, body: null };
}
