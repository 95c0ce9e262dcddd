import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { renamed, signsOf } from './font-tables.js';

const { resolve } = createRequire(import.meta.url);
const GENTIUM = '@expo-google-fonts/gentium-book-plus';
const DEJAVU = 'dejavu-fonts-ttf/ttf';

/** The families as the template names them: no font of any machine is called so. */
const FILES: [family: string, file: string][] = [
  ['Palabre Text', `${GENTIUM}/400Regular/GentiumBookPlus_400Regular.ttf`],
  ['Palabre Text', `${GENTIUM}/400Regular_Italic/GentiumBookPlus_400Regular_Italic.ttf`],
  ['Palabre Text', `${GENTIUM}/700Bold/GentiumBookPlus_700Bold.ttf`],
  ['Palabre Text', `${GENTIUM}/700Bold_Italic/GentiumBookPlus_700Bold_Italic.ttf`],
  ['Palabre Code', `${DEJAVU}/DejaVuSansMono.ttf`],
  ['Palabre Signs', `${DEJAVU}/DejaVuSans.ttf`],
];

export interface Fonts {
  files: Buffer[];
  /** The text with the code of each sign in brackets that none of our fonts can draw. */
  drawable: (text: string) => string;
}

/** What has no shape of its own, and no place in a printed text either. */
const SHAPELESS = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u;
const BLANK = /[\n\t ]/;
/** Joins and variants of the sign before: they go together with it. */
const JOINING = /\u200D|[\uFE00-\uFE0F]|[\u{E0020}-\u{E007F}]/u;

/** Directions and places to break: the typesetter minds them, and no font has to draw them. */
const UNSEEN = /[\u00AD\u200B\u200C\u2060\p{Bidi_Control}]/u;

/** Reads the fonts that the lockfile brought: some 3 MB, once for each thread that draws. */
export function loadFonts(): Fonts {
  const fonts = FILES.map(([family, file]) => ({ family, bytes: readFileSync(resolve(file)) }));
  const signs = fonts.map(({ family, bytes }) => ({ family, has: signsOf(bytes) }));
  const text = signs.filter(({ family }) => family === 'Palabre Text');
  const others = signs.filter(({ family }) => family === 'Palabre Signs');
  const known = new Map<string, string>();

  function drawn(sign: string): string {
    const code = sign.codePointAt(0) ?? 0;
    if (BLANK.test(sign)) return sign;
    if (JOINING.test(sign)) return '';
    if (UNSEEN.test(sign)) return sign;
    // A weight or a slope may lack what the upright has, and every text may be in any of them.
    const has = text.every((font) => font.has(code)) || others.some((font) => font.has(code));
    if (has && !SHAPELESS.test(sign)) return sign;
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  }

  return {
    files: fonts.map(({ family, bytes }) => renamed(bytes, family)),
    drawable: (words) =>
      Array.from(words, (sign) => {
        let shape = known.get(sign);
        if (shape === undefined) known.set(sign, (shape = drawn(sign)));
        return shape;
      }).join(''),
  };
}
