import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BOUNDS } from '../cleaning/bounds.js';

/** What we use of `tesseract.js`. An installation may leave it out, so that its own types may be missing, too. */
interface Tesseract {
  createWorker(language: string, engine: number, options: object): Promise<Engine>;
}

interface Engine {
  setParameters(parameters: Record<string, string>): Promise<unknown>;
  recognize(picture: Uint8Array, options: object, output: object): Promise<{ data: { blocks: ReadPart[] | null } }>;
}

/** What Tesseract takes for a block of text, with how sure it is of each word, in hundredths. */
export interface ReadPart {
  paragraphs: { lines: { words: { text: string; confidence: number }[] }[] }[];
}

const require = createRequire(import.meta.url);
const PROGRAM = 'tesseract.js';
const LANGUAGE = '@tesseract.js-data/fra/package.json';
/** Its engine of neural networks, for which this file of the language is made. */
const NETWORKS = 1;
/** Its mode in which it tells columns and pictures apart itself, on a page that stands upright. */
const BY_ITSELF = '3';
/** A word of which it is less sure is more often a stain than a word. */
const SURE = 50;
/** If the share of unsure words in a picture is larger, the picture has no text. */
const MOST = 0.5;

/** Whether both packages are here: an installation may leave them out. */
export function canRecognise(): boolean {
  try {
    return require.resolve(PROGRAM) !== '' && require.resolve(LANGUAGE) !== '';
  } catch {
    return false;
  }
}

/**
 * Ready to read pages. The language is given by its folder, as it would be asked from a server otherwise, and is not
 * copied to the working directory.
 */
export async function openEngine(): Promise<(picture: Uint8Array) => Promise<string>> {
  const langPath = join(dirname(require.resolve(LANGUAGE)), '4.0.0_best_int');
  const tesseract = require(PROGRAM) as Tesseract;
  const engine = await tesseract.createWorker('fra', NETWORKS, { langPath, cacheMethod: 'none', gzip: true });
  await engine.setParameters({ tessedit_pageseg_mode: BY_ITSELF });
  return async (picture) => {
    const { data } = await engine.recognize(picture, {}, { text: false, blocks: true });
    return sureWords(data.blocks ?? []);
  };
}

/** The words in their lines and paragraphs, without those that are none. */
export function sureWords(blocks: readonly ReadPart[]): string {
  let [all, sure] = [0, 0];
  const paragraphs = blocks
    .flatMap((block) => block.paragraphs)
    .map(({ lines }) =>
      lines
        .map(({ words }) => {
          const kept = words.filter(({ confidence }) => confidence >= SURE);
          all += words.length;
          sure += kept.length;
          return kept.map(({ text }) => text).join(' ');
        })
        .filter((line) => line !== '')
        .join('\n'),
    );
  if (sure < all * MOST) return '';
  return paragraphs
    .filter((text) => text !== '')
    .join('\n\n')
    .replaceAll('\0', '')
    .slice(0, BOUNDS.words);
}
