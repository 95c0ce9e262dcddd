import type { MarkdownIt } from 'markdown-it';
import { linkTarget } from './link-target.js';

const LONGEST = 2000;

/**
 * Links: one policy for every way of writing one. Bare addresses need http, https or `www.`; mail addresses stay text.
 */
export function addresses(md: MarkdownIt): void {
  md.normalizeLink = (typed) => linkTarget(typed)?.href ?? typed;
  md.validateLink = (typed) => linkTarget(typed) !== null;
  // Decoding would draw letters of other scripts in a host, which may look like those of another one.
  md.normalizeLinkText = (typed) => typed;
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, maxLength: LONGEST });
  md.linkify.add('ftp:', null).add('//', null).add('mailto:', null);
  md.linkify.add('www.', {
    validate: (text, pos, self) => {
      const rest = text.slice(pos - 'www.'.length, pos + LONGEST);
      return Math.max(0, self.testSchemaAt(`http://${rest}`, 'http:', 'http:'.length) - '//www.'.length);
    },
    normalize: (match) => {
      match.url = `http://${match.url}`;
    },
  });
}
