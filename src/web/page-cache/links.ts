import type { Drawing } from './drawing.js';

/** The header `Link` of a page: its one right address, and its neighbours. */
export function linksOf({ address, next, previous }: Pick<Drawing, 'address' | 'next' | 'previous'>): string {
  const links = [`<${address}>; rel="canonical"`];
  if (previous != null) links.push(`<${previous}>; rel="prev"`);
  if (next != null) links.push(`<${next}>; rel="next"`);
  return links.join(', ');
}
