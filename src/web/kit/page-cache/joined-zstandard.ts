import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/**
 * Parts of pages that are compressed once and joined to one frame of Zstandard for each answer. Frames that stand one
 * after the other would be right as well, but many programs, Node among them, read the first and stop. Blocks of
 * different frames can stand in one, as long as none of them needs what was said before it.
 */

/** Higher than for what is compressed once: it is sent to many. */
const LEVEL = 6;
const WINDOW = 20;
const LARGEST = 128 * 1024;
/** Magic number, nothing declared, a window of one megabyte. */
const BEGINNING = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, (WINDOW - 10) << 3]);
/** A last block with nothing in it. */
const END = Buffer.from([1, 0, 0]);

/** As it is, for what is too short to be worth more. */
export function rawBlocks(bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += LARGEST) {
    const piece = bytes.subarray(at, at + LARGEST);
    const head = Buffer.alloc(3);
    head.writeUIntLE(piece.length << 3, 0, 3);
    pieces.push(head, piece);
  }
  return Buffer.concat(pieces);
}

/**
 * Blocks that may stand anywhere in a frame; null where they can't. A frame begins with three distances at which
 * something may repeat itself, and in the middle of a frame these are what the blocks before have left. Almost no text
 * makes use of them; whether this one does is seen by reading it behind blocks that have left very different ones.
 */
export function independentBlocks(bytes: Buffer): Buffer | null {
  const blocks = blocksOf(bytes);
  const read = zstdDecompressSync(joined([PRIOR.blocks, blocks]));
  return read.subarray(PRIOR.bytes.length).equals(bytes) ? blocks : null;
}

/** One frame. */
export function joined(blocks: readonly Buffer[]): Buffer {
  return Buffer.concat([BEGINNING, ...blocks, END]);
}

function blocksOf(bytes: Buffer): Buffer {
  const frame = zstdCompressSync(bytes, {
    params: {
      [constants.ZSTD_c_compressionLevel]: LEVEL,
      [constants.ZSTD_c_windowLog]: WINDOW,
      [constants.ZSTD_c_checksumFlag]: 0,
    },
  });
  const blocks = frame.subarray(lengthOfHead(frame[4] ?? 0));
  for (let at = 0; ;) {
    const head = blocks.readUIntLE(at, 3);
    if ((head & 1) === 1) {
      blocks[at] = (blocks[at] ?? 0) & ~1;
      return blocks;
    }
    // A block that repeats one byte has only that.
    at += 3 + (((head >> 1) & 3) === 1 ? 1 : head >> 3);
  }
}

/** Of a frame without a dictionary, by the byte that describes it. */
function lengthOfHead(descriptor: number): number {
  const isOneSegment = ((descriptor >> 5) & 1) === 1;
  const size = [isOneSegment ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  return 5 + (isOneSegment ? 0 : 1) + size;
}

const PRIOR = prior();

/** Noise, of which three places then come back from far away. */
function prior(): { bytes: Buffer; blocks: Buffer } {
  let state = 1;
  const noise = Buffer.from(Array.from({ length: 6_000 }, () => (state = (state * 48_271) % 2_147_483_647) & 255));
  const places = [100, 900, 2_000].map((at) => noise.subarray(at, at + 300));
  const bytes = Buffer.concat([noise, ...places]);
  return { bytes, blocks: blocksOf(bytes) };
}
