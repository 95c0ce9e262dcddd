import { fileTypeFromBuffer } from 'file-type';
import { Refused, type Refusal } from './refusal.js';

/** The formats that are taken. `words` is any text: CSV, TSV, TXT, MD. */
export type Format = 'picture' | 'pdf' | 'docx' | 'xlsx' | 'odt' | 'ods' | 'words';

const TAKEN: Record<string, Format> = {
  jpg: 'picture',
  png: 'picture',
  apng: 'picture',
  webp: 'picture',
  gif: 'picture',
  avif: 'picture',
  pdf: 'pdf',
  docx: 'docx',
  xlsx: 'xlsx',
  odt: 'odt',
  ods: 'ods',
};

const REFUSED: Record<string, Refusal> = {
  heic: 'heic',
  heif: 'heic',
  cfb: 'old-office',
  rtf: 'old-office',
  docm: 'macros',
  dotm: 'macros',
  xlsm: 'macros',
  xltm: 'macros',
  xml: 'markup',
  exe: 'program',
  elf: 'program',
  macho: 'program',
  jar: 'program',
  apk: 'program',
  class: 'program',
  wasm: 'program',
  ps: 'program',
  zip: 'archive',
  gz: 'archive',
  '7z': 'archive',
  rar: 'archive',
  tar: 'archive',
  xz: 'archive',
  bz2: 'archive',
  zst: 'archive',
};

/** What a file is by its content; the name and the type that came with it are not asked. @throws Refused */
export async function recognise(bytes: Uint8Array): Promise<Format> {
  if (bytes.length === 0) throw new Refused('empty');
  const found = await fileTypeFromBuffer(bytes).catch(() => {
    throw new Refused('broken');
  });
  if (found === undefined) return 'words';
  const taken = TAKEN[found.ext];
  if (taken !== undefined) return taken;
  const known = REFUSED[found.ext];
  if (known !== undefined) throw new Refused(known);
  if (/^(audio|video)\//.test(found.mime)) throw new Refused('sound');
  if (/zip|compressed|archive|tar/.test(found.mime)) throw new Refused('archive');
  throw new Refused('unknown');
}
