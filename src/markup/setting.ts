import type { Env } from 'markdown-it';

/** A footnote met in the text: its number (from 1), the label shown (null: shown nowhere), and its source. */
export interface Note {
  number: number;
  label: string | null;
  source: string;
}

/** What the rules of one rendering share. */
export interface Setting {
  language: 'fr' | 'en';
  notes: Note[];
  inNote: boolean;
  /** Braces closed by the end of the paragraph before, whose closers may still come: [single, double]. */
  owed: [number, number];
  /** Letters read behind brackets that were no link. */
  readInVain: number;
}

const settings = new WeakMap<Env, Setting>();

/** The setting of a rendering; one is made at the first question, in the language that the environment names. */
export function settingOf(env: Env): Setting {
  const known = settings.get(env);
  if (known !== undefined) return known;
  const setting: Setting = {
    language: env['language'] === 'fr' ? 'fr' : 'en',
    notes: [],
    inNote: false,
    owed: [0, 0],
    readInVain: 0,
  };
  settings.set(env, setting);
  return setting;
}
