import { french } from '../../src/markup/french.js';
import type { Ui } from './ui.js';

/**
 * A title as it is printed. Stored as typed, so it is set when it is shown; posts are set once, when they are sent.
 */
export function typeset(ui: Ui, text: string): string {
  return ui.language === 'fr' ? french(text) : text;
}
