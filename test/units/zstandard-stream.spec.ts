import { randomBytes } from 'node:crypto';
import { zstdDecompressSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { ZstandardStream } from '../../src/web/kit/page-cache/zstandard-stream.js';

test('pages that come at once are compressed one after the other, each for itself, large and empty ones too', async () => {
  const zstandard = new ZstandardStream();
  const pages = [
    Buffer.from('Une caméra de plus, rue des Lilas. '.repeat(500)),
    Buffer.alloc(0),
    randomBytes(1_500_000),
    Buffer.from('<p>Encore une.</p>'),
    Buffer.alloc(3_000_000, 'a'),
  ];
  const frames = await Promise.all([...pages, ...pages].map((page) => zstandard.compress(page)));
  expect(frames.map((frame, at) => zstdDecompressSync(frame).equals(pages[at % pages.length] ?? frame))).toEqual(
    frames.map(() => true),
  );
  expect(frames[0]?.length).toBeLessThan(200);
  expect(frames.slice(pages.length)).toEqual(frames.slice(0, pages.length));
});

test('a page that cannot be compressed leaves the next ones alone', async () => {
  const zstandard = new ZstandardStream();
  await expect(zstandard.compress(7 as unknown as Buffer)).rejects.toThrow('chunk');
  expect(zstdDecompressSync(await zstandard.compress(Buffer.from('words'))).toString()).toBe('words');
});
