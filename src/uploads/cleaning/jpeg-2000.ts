import { Refused } from './refusal.js';

const BOXES = new Set(['jP  ', 'ftyp', 'jp2h', 'jp2c']);
const START = 0xff4f;
const TILE = 0xff90;
const COMMENT = 0xff64;

/** A JPEG 2000 without its boxes of XML, identifiers and comments. @throws Refused('broken') */
export function stripJpeg2000(bytes: Uint8Array): Buffer {
  const from = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (from.length > 2 && from.readUInt16BE(0) === START) return withoutComments(from);
  const kept: Buffer[] = [];
  for (let at = 0; at + 8 <= from.length;) {
    const said = from.readUInt32BE(at);
    const name = from.subarray(at + 4, at + 8).toString('latin1');
    const head = said === 1 ? 16 : 8;
    if (at + head > from.length) throw new Refused('broken');
    const size = said === 0 ? from.length - at : said === 1 ? Number(from.readBigUInt64BE(at + 8)) : said;
    if (size < head || at + size > from.length) throw new Refused('broken');
    const content = from.subarray(at + head, at + size);
    if (BOXES.has(name)) kept.push(box(name, name === 'jp2c' ? withoutComments(content) : content));
    at += size;
  }
  return Buffer.concat(kept);
}

function box(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, content]);
}

/** Comments stand between the start and the first tile, where each segment says its length. */
function withoutComments(code: Buffer): Buffer {
  const kept: Buffer[] = [code.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= code.length && code.readUInt16BE(at) !== TILE) {
    const end = at + 2 + code.readUInt16BE(at + 2);
    if (end <= at + 2 || end > code.length) throw new Refused('broken');
    if (code.readUInt16BE(at) !== COMMENT) kept.push(code.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, code.subarray(at)]);
}
