import { unzipSync, zipSync, type Zippable } from 'fflate';
import { BOUNDS } from '../bounds.js';
import { Refused } from '../refusal.js';

/** The parts of an office file by their paths. */
export type Parts = Map<string, Uint8Array>;

/**
 * The parts of a ZIP. All of them are counted before the first is unpacked. A part that is larger than its entry says
 * is cut at the size that it said. @throws Refused
 */
export function unpack(bytes: Uint8Array): Parts {
  let [count, size] = [0, 0];
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize, compression }) => {
        count += 1;
        size += originalSize;
        if (count > BOUNDS.parts || size > BOUNDS.unpacked) throw new Refused('unpacks-too-large');
        if (compression !== 0 && compression !== 8) throw new Refused('broken');
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('broken');
  }
}

/**
 * Packs the parts without any date: each gets the first day that the format knows. `mimetype` comes first and is not
 * compressed.
 */
export function pack(parts: Map<string, Uint8Array | string>): Uint8Array {
  const mtime = new Date(1980, 0, 1, 12);
  const files: Zippable = {};
  for (const [path, content] of parts) {
    const level = path === 'mimetype' || /\.(png|jpg)$/.test(path) ? 0 : 6;
    files[path] = [typeof content === 'string' ? Buffer.from(content, 'utf8') : content, { level, mtime }];
  }
  return zipSync(files);
}

/** A text part. @throws Refused('broken') where it is absent */
export function part(parts: Parts, path: string): Uint8Array {
  const found = parts.get(path);
  if (found === undefined) throw new Refused('broken');
  return found;
}
