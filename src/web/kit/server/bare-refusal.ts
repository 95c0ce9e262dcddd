import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { BareRefusalPage } from '../../../../client/kit/bare-refusal-page.js';

interface BareRefusal {
  headers: Record<string, string | number>;
  page: Buffer;
}

/** A page in both languages and without styles, made once, with the headers that keep it from doing anything. */
export function bareRefusal(words: Parameters<typeof BareRefusalPage>[0]['words']): BareRefusal {
  const page = Buffer.from(`<!doctype html>${renderToString(h(BareRefusalPage, { words }))}`);
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-length': page.length,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  };
  return { headers, page };
}
