import type { IncomingMessage, ServerResponse } from 'node:http';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { UnknownHostPage } from '../../../../client/kit/unknown-host-page.js';

const page = Buffer.from(`<!doctype html>${renderToString(h(UnknownHostPage, {}))}`);

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-length': page.length,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/**
 * Answers 421 in both languages and without styles: under a host name that is not ours nobody is logged in, and no
 * file of ours can be loaded.
 */
export function refuseHost({ method }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(421, HEADERS);
  response.end(method === 'HEAD' ? undefined : page);
}
