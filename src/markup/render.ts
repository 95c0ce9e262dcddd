// From the text that people type to the HTML that people read. Any floor may call it, and it imports nothing of the
// house. What comes out is safe to put in a page as it is; nobody may add to it by gluing strings together.
import { markdown } from './markdown.js';
import { sanitize } from './sanitize.js';

/** Stored beside each rendering; raise it whenever the same source gives other HTML, so that old posts are rendered anew. */
export const RENDERER_VERSION = 1;

/**
 * Renders Markdown and SPIP shortcuts to safe block-level HTML. Pure: the same source gives the same HTML.
 *
 * French typography is set when the language is `fr`; English keeps what was typed. Never throws.
 */
export function render(source: string, language: 'fr' | 'en'): string {
  return sanitize(markdown.render(source, { language })).trim();
}
