import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A part of a page as text, for a slot or for a script that puts it in place. */
export function htmlOf<P>(part: VNode<P>): string {
  return renderToString(part);
}

/** The whole document, slots still open: the same bytes for everyone of one audience and language. */
export function documentOf<P>(page: VNode<P>): string {
  return `<!doctype html>${renderToString(page)}`;
}
