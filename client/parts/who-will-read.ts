import type { Audience } from '../../src/threads/visible.js';
import type { Ui } from '../ui.js';

/** What changes for readers when something goes from one audience to another: a sentence, or none when nothing does. */
export function whoWillRead(ui: Ui, from: Audience, to: Audience): string[] {
  return from === to ? [] : [ui.t.moving.readers[to]];
}
