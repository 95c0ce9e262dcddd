import { LexiconCount } from '../publishing/upkeep/lexicon-count.js';
import { OldTexts } from '../publishing/upkeep/old-texts.js';
import type { MembersWork } from './with-members.js';

const EVERY = 10_000;

/** All published texts are indexed anew; `progress` is told every ten thousand of them. */
export function rebuildSearch(progress: (line: string) => void): MembersWork {
  return async (rooms) => {
    let [done, told] = [0, 0];
    await rooms.get(OldTexts, { strict: false }).rebuild((texts) => {
      done = texts;
      if (done - told < EVERY) return;
      told = done;
      progress(`${done} texts`);
    });
    await rooms.get(LexiconCount, { strict: false }).count();
    return `${done} texts can be found.`;
  };
}
