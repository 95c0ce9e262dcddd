// From the text that people type to the HTML that people read. Any floor may call it, and it imports nothing of the
// house. What comes out is safe to put in a page as it is; nobody may add to it by gluing strings together.
import { drawnAhead } from './ahead.js';
import { draw } from './draw.js';

/**
 * Stored beside each rendering; raise it whenever the same source gives other HTML, so that old posts are rendered
 * anew.
 */
export const RENDERER_VERSION = 4;

/**
 * Renders Markdown and SPIP shortcuts to safe block-level HTML. Pure: the same source gives the same HTML. A long text
 * that comes from outside is drawn ahead (`drawAhead`), so that nobody waits meanwhile.
 *
 * French typography is set when the language is `fr`; English keeps what was typed. Never throws. A text that
 * would grow more than eight times was written to do so, and is shown as typed.
 */
export function render(source: string, language: 'fr' | 'en'): string {
  return drawnAhead(source, language) ?? draw(source, language);
}
