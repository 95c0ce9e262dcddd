import { Refused } from './refusal.js';

const SCAN = 0xda;
const END = 0xd9;
const COMMENT = 0xfe;
const JFIF = 0xe0;
const ADOBE = 0xee;

/**
 * A JPEG without everything that is not its picture: EXIF, XMP, comments, colour profiles, previews, whatever follows
 * its end. The picture itself is copied, not drawn again. The segment of Adobe stays, because the colours would be
 * others without it. @throws Refused('broken')
 */
export function stripJpeg(bytes: Uint8Array): Buffer {
  const from = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (from.length < 4 || from.readUInt16BE(0) !== 0xffd8) throw new Refused('broken');
  const kept: Buffer[] = [from.subarray(0, 2)];
  let at = 2;
  while (at < from.length) {
    if (from[at] !== 0xff) throw new Refused('broken');
    while (from[at + 1] === 0xff) at++;
    const marker = from[at + 1];
    if (marker === undefined) break;
    if (marker === END) break;
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
      continue;
    }
    if (at + 4 > from.length) break;
    const length = from.readUInt16BE(at + 2);
    if (length < 2) throw new Refused('broken');
    let end = at + 2 + length;
    const segment = from.subarray(at, end);
    if (marker === SCAN) {
      end = endOfScan(from, end);
      kept.push(from.subarray(at, end));
    } else if (marker === JFIF && isJfif(segment)) kept.push(withoutPreview(segment));
    else if (marker === ADOBE && segment.subarray(4, 9).toString('latin1') === 'Adobe') kept.push(adobe(segment));
    else if (marker !== COMMENT && (marker < 0xe0 || marker > 0xef)) kept.push(segment);
    at = end;
  }
  return Buffer.concat([...kept, Buffer.from([0xff, END])]);
}

function endOfScan(from: Buffer, start: number): number {
  let at = start;
  for (;;) {
    at = from.indexOf(0xff, at);
    if (at === -1) return from.length;
    const next = from[at + 1];
    if (next === undefined) return at;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += next === 0xff ? 1 : 2;
  }
}

function isJfif(segment: Buffer): boolean {
  return segment.length >= 18 && segment.subarray(4, 9).toString('latin1') === 'JFIF\0';
}

function withoutPreview(segment: Buffer): Buffer {
  const short = Buffer.from(segment.subarray(0, 18));
  short.writeUInt16BE(16, 2);
  short[16] = 0;
  short[17] = 0;
  return short;
}

function adobe(segment: Buffer): Buffer {
  const short = Buffer.from(segment.subarray(0, 16));
  short.writeUInt16BE(14, 2);
  return short;
}
