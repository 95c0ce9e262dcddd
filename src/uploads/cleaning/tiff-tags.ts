import type { Trace } from './cleaned.js';

const MEANING: Record<number, Trace> = {
  0x010e: 'comments',
  0x010f: 'program',
  0x0110: 'program',
  0x0131: 'program',
  0x0132: 'dates',
  0x013b: 'author',
  0x8298: 'author',
  0x8825: 'position',
  0x9003: 'dates',
  0x9004: 'dates',
  0x9286: 'comments',
  0x927c: 'program',
  0x9c9c: 'comments',
  0x9c9d: 'author',
  0xa430: 'author',
  0xa431: 'program',
};
const INNER = 0x8769;

/** What the EXIF of a picture would tell. Never throws: whatever it says is left out all the same. */
export function exifTraces(exif: Buffer): Set<Trace> {
  const found = new Set<Trace>();
  const at = exif.subarray(0, 6).toString('latin1') === 'Exif\0\0' ? 6 : 0;
  const tiff = exif.subarray(at);
  const little = tiff.subarray(0, 2).toString('latin1') === 'II';
  const short = (where: number): number => (little ? tiff.readUInt16LE(where) : tiff.readUInt16BE(where));
  const long = (where: number): number => (little ? tiff.readUInt32LE(where) : tiff.readUInt32BE(where));
  const read = (directory: number, depth: number): void => {
    const entries = short(directory);
    for (let n = 0; n < entries; n++) {
      const entry = directory + 2 + 12 * n;
      const tag = short(entry);
      const trace = MEANING[tag];
      if (trace !== undefined) found.add(trace);
      if (tag === INNER && depth < 2) read(long(entry + 8), depth + 1);
    }
  };
  try {
    read(long(4), 0);
  } catch {
    found.add('program');
  }
  return found;
}
