const TAG = /<(\/?)([a-z0-9]+)\b[^<>]*>/g;
const QUOTE = '<blockquote class="quote">';
const SOURCE = /<footer class="meta"><a href="\/thread\/(\d+)\/posts\/(\d+)">[^<>]*<\/a><\/footer>\s*<\/blockquote>$/;
const EMPTY = new Set(['br', 'hr']);

/** A stretch of a post; `of` is the post that it quotes from its first to its last letter, null for the rest. */
export interface Stretch {
  html: string;
  of: null | { thread: number; number: number };
}

/**
 * Cuts the HTML of a post at the quotes that stand in it at the top and name the post they come from. Each stretch is
 * whole by itself, and together they are the post.
 */
export function cutQuotes(html: string): Stretch[] {
  if (!html.includes(QUOTE)) return [{ html, of: null }];
  const found: Stretch[] = [];
  let [depth, from, opened] = [0, 0, -1];
  for (const { 0: tag, 1: closing, 2: name = '', index } of html.matchAll(TAG)) {
    if (EMPTY.has(name)) continue;
    if (closing === '') {
      if (depth++ === 0 && tag === QUOTE) opened = index;
    } else if (--depth === 0 && opened >= 0) {
      const end = index + tag.length;
      const [, thread, number] = SOURCE.exec(html.slice(opened, end)) ?? [];
      if (thread !== undefined) {
        found.push({ html: html.slice(from, opened), of: null });
        found.push({ html: html.slice(opened, end), of: { thread: Number(thread), number: Number(number) } });
        from = end;
      }
      opened = -1;
    }
  }
  return [...found, { html: html.slice(from), of: null }].filter((stretch) => stretch.html.trim() !== '');
}
