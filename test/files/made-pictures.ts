import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#287d64' } });

/** A photo as a phone makes it: with a position, a device, an author, a comment, lying on its side. */
export async function photo(canary: string, width = 600, height = 400): Promise<Buffer> {
  const exif = {
    IFD0: { Artist: `${canary}author`, Make: `${canary}maker`, Software: `${canary}program` },
    IFD3: { GPSLatitude: '48/1 51/1 24/1', GPSLatitudeRef: 'N', GPSDestDistance: '1/1' },
  };
  const bytes = await plain(width, height).jpeg().withExif(exif).withMetadata({ orientation: 6 }).toBuffer();
  return withComment(bytes, `${canary}comment`);
}

/** A JPEG with one more segment of words, and something after its end. */
export function withComment(jpeg: Buffer, words: string): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(words.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(words), jpeg.subarray(2), Buffer.from(`${words}tail`)]);
}

export function png(width = 300, height = 200): Promise<Buffer> {
  return plain(width, height).png().toBuffer();
}

/** The head of a PNG that says to be as large, and nothing behind it. */
export function pngThatSays(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rest = Buffer.from('0000000049444154789c0300000000010000000049454e44ae426082', 'hex');
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), pngChunk('IHDR', head), rest]);
}

/** A part of a PNG, with the sum that belongs to it. */
export function pngChunk(name: string, content: Uint8Array): Buffer {
  const chunk = Buffer.alloc(12 + content.length);
  chunk.writeUInt32BE(content.length, 0);
  chunk.write(name, 4, 'latin1');
  chunk.set(content, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), 8 + content.length);
  return chunk;
}
