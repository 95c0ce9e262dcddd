import { decoded } from './links.js';

const DROPPED = / ?<span class="host">[^<]*<\/span>|<sup class="note">.*?<\/sup>|<div class="notes">[^]*?<\/div>/g;
const PARAGRAPH = /<\/?(?:blockquote|caption|div|footer|h3|hr|ol|p|pre|table|tbody|tfoot|thead|ul)\b[^<>]*>/g;
const LINE = /<br\b[^<>]*>|<\/?tr\b[^<>]*>/g;

/**
 * The words of a rendered post, to be quoted: paragraphs and lines stay apart, the marks of whoever typed it are
 * gone, and so are notes and quotes of others, unless there is nothing else.
 */
export function wordsToQuote(html: string): string {
  const own = html.replace(/<blockquote class="quote">(?:(?!<\/?blockquote)[^])*<\/blockquote>/g, '');
  return plain(own) || plain(html);
}

function plain(html: string): string {
  return (
    decoded(
      html
        .replace(DROPPED, '')
        .replace(/\n/g, ' ')
        .replace(/<li\b[^<>]*>/g, '\n- ')
        .replace(LINE, '\n')
        .replace(PARAGRAPH, '\n\n')
        .replace(/<\/t[dh]>/g, ' ')
        .replace(/<[^<>]*>/g, ''),
    )
      // Spaces that typography put there are put there again.
      .replace(/[\u00a0\u202f]/g, ' ')
      .replace(/[ \t]*\n[ \t]*/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/ {2,}/g, ' ')
      .trim()
  );
}
