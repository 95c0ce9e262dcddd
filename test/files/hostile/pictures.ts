import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { zipped } from '../made-office.js';
import { pdfOf } from '../made-pdf.js';
import { photo, png, pngChunk, pngThatSays, withComment } from '../made-pictures.js';
import { hostile, type HostileFile } from './hostile-file.js';
import { mutated } from './mutations.js';

const SECRET = 'canarisecret';

/** A GIF with these bytes as its comment, right behind its head. */
function gifWith(gif: Buffer, comment: Uint8Array): Buffer {
  const colours = (gif[10] ?? 0) & 0x80 ? 3 * 2 ** (((gif[10] ?? 0) & 7) + 1) : 0;
  const at = 13 + colours;
  const blocks: Uint8Array[] = [Buffer.from([0x21, 0xfe])];
  for (let from = 0; from < comment.length; from += 255) {
    const block = comment.subarray(from, from + 255);
    blocks.push(Buffer.from([block.length]), block);
  }
  return Buffer.concat([gif.subarray(0, at), ...blocks, Buffer.from([0]), gif.subarray(at)]);
}

/** A JPEG with an EXIF of these directories: each entry is a tag and a value of four bytes. */
function jpegWithExif(jpeg: Buffer, directory: [tag: number, value: number][], first = 8): Buffer {
  const tiff = Buffer.alloc(10 + 12 * directory.length + 4);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(first, 4);
  tiff.writeUInt16BE(directory.length, 8);
  for (const [nth, [tag, value]] of directory.entries()) {
    const at = 10 + 12 * nth;
    tiff.writeUInt16BE(tag, at);
    tiff.writeUInt16BE(4, at + 2);
    tiff.writeUInt32BE(1, at + 4);
    tiff.writeUInt32BE(value, at + 8);
  }
  // The next directory is this one again.
  tiff.writeUInt32BE(8, 10 + 12 * directory.length);
  const head = Buffer.from([0xff, 0xe1, 0, 0, ...Buffer.from('Exif\0\0', 'latin1')]);
  head.writeUInt16BE(8 + tiff.length, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, tiff, jpeg.subarray(2)]);
}

/** The same JPEG that says to be as large. */
function jpegThatSays(jpeg: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(jpeg);
  const frame = copy.findIndex((byte, at) => byte === 0xff && [0xc0, 0xc2].includes(copy[at + 1] ?? 0));
  copy.writeUInt16BE(height, frame + 5);
  copy.writeUInt16BE(width, frame + 7);
  return copy;
}

/** A PNG with one more part behind its head. */
function pngWith(bytes: Buffer, name: string, content: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, 33), pngChunk(name, content), bytes.subarray(33)]);
}

/** Ninety million zeros, packed. */
const ZEROS = deflateSync(Buffer.alloc(90_000_000));

export async function hostilePictures(seed: number): Promise<HostileFile[]> {
  const plain = await png(90, 60);
  const from = () => sharp(plain);
  const [jpeg, progressive, gif, webp, avif, clear] = await Promise.all([
    photo(SECRET, 90, 60),
    from().jpeg({ progressive: true }).toBuffer(),
    from().gif().toBuffer(),
    from().webp().toBuffer(),
    from().avif({ effort: 0 }).toBuffer(),
    from().ensureAlpha(0.5).webp({ lossless: true }).toBuffer(),
  ]);
  const pdf = pdfOf([SECRET]);
  const scan = progressive.lastIndexOf(Buffer.from([0xff, 0xda]));
  const ispe = avif.indexOf('ispe');
  const wide = Buffer.from(avif);
  wide.writeUInt32BE(60_000, ispe + 8);
  wide.writeUInt32BE(60_000, ispe + 12);
  const endless = Buffer.from(avif);
  endless.writeUInt32BE(0xffffffff, 0);
  const huge = Buffer.from(gif);
  huge.writeUInt16LE(0xffff, 6);
  huge.writeUInt16LE(0xffff, 8);
  const frame = gif.subarray(gif.indexOf(0x2c), -1);
  const taken = { becomes: 'taken', never: SECRET };
  return [
    hostile('a GIF that is a PDF too', gifWith(gif, pdf), { ...taken, never: '%PDF' }),
    hostile('a JPEG that is a ZIP too', Buffer.concat([jpeg, zipped({ [SECRET]: SECRET })]), taken),
    hostile('a PNG that is a page too', pngWith(plain, 'tEXt', Buffer.from(`a\0<script>${SECRET}</script>`)), taken),
    hostile('a JPEG that is a script too', withComment(jpeg, `*/=alert('${SECRET}')/*`), taken),
    hostile('a PNG that says 60,000 by 60,000', pngThatSays(60_000, 60_000), { becomes: 'too-many-pixels' }),
    hostile('a JPEG that says 65,500 by 65,500', jpegThatSays(jpeg, 65_500, 65_500), { becomes: 'too-many-pixels' }),
    hostile('a GIF that says 65,535 by 65,535', huge),
    hostile('an AVIF that says 60,000 by 60,000', wide),
    hostile('an AVIF whose first part has no end', endless),
    hostile('a PNG whose text unpacks to 90 MB', pngWith(plain, 'zTXt', Buffer.concat([Buffer.from('a\0\0'), ZEROS]))),
    hostile(
      'a PNG whose profile unpacks to 90 MB',
      pngWith(plain, 'iCCP', Buffer.concat([Buffer.from('a\0\0'), ZEROS])),
    ),
    hostile(
      'a PNG whose points unpack to 90 MB',
      Buffer.concat([plain.subarray(0, 33), pngChunk('IDAT', ZEROS), pngChunk('IEND', Buffer.alloc(0))]),
    ),
    hostile(
      'a JPEG of 3,000 scans',
      Buffer.concat([
        progressive.subarray(0, -2),
        ...Array.from({ length: 3_000 }, () => progressive.subarray(scan, -2)),
        Buffer.from([0xff, 0xd9]),
      ]),
    ),
    hostile(
      'a GIF of 5,000 pictures',
      Buffer.concat([gif.subarray(0, -1), ...Array.from({ length: 5_000 }, () => frame), Buffer.from([0x3b])]),
      { becomes: 'taken' },
    ),
    hostile(
      'a JPEG whose EXIF leads to itself',
      jpegWithExif(jpeg, [
        [0x8769, 8],
        [0x8825, 8],
      ]),
      taken,
    ),
    hostile('a JPEG whose EXIF lies behind its end', jpegWithExif(jpeg, [[0x8769, 0xfffffff0]], 0xfffffff0)),
    hostile(
      'a picture of one point by 60,000',
      await sharp({ create: { width: 1, height: 60_000, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
      { becomes: 'taken' },
    ),
    hostile('the mark of a JPEG alone', Buffer.from([0xff, 0xd8, 0xff, 0xe0])),
    hostile('the mark of a PNG alone', plain.subarray(0, 8)),
    hostile('a TIFF', await from().tiff().toBuffer()),
    hostile(
      'an SVG that asks another server',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1:9/x.png"/></svg>'),
      { becomes: 'markup' },
    ),
    ...mutated({ jpeg, progressive, png: plain, gif, webp, avif, 'clear webp': clear }, 35, { seed, other: pdf }),
  ];
}
