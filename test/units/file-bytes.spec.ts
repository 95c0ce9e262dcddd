import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileBytes } from '../../src/web/kit/file-bytes.js';

const bytes = randomBytes(5_000_000);
let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'palabre-file-bytes-'));
  path = join(folder, 'file');
  writeFileSync(path, bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a file that is sent', () => {
  it('comes as it is to whoever takes it slowly, whole and in part', async () => {
    const server = createServer((request, response) => {
      const [from = 0, to = 0] = (request.url ?? '').split('/').slice(1).map(Number);
      response.writeHead(200, { 'content-length': to - from + 1 });
      new FileBytes(path, from, to).pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      for (const [from, to] of [
        [0, bytes.length - 1],
        [1, 1],
        [130_000, 4_321_000],
      ] as const) {
        const answer = await new Promise<IncomingMessage>((resolve) =>
          get({ port, path: `/${from}/${to}`, agent: false }, resolve),
        );
        const parts: Buffer[] = [];
        for await (const part of answer as AsyncIterable<Buffer>) {
          parts.push(Buffer.from(part));
          // Now and then the network takes nothing for a moment, so that pieces lie on its way.
          if (parts.length % 16 === 0) await new Promise((resolve) => setImmediate(resolve));
        }
        expect(Buffer.concat(parts).equals(bytes.subarray(from, to + 1))).toBe(true);
      }
    } finally {
      server.close();
    }
  });

  /** What a reader got that hands pieces on `late` behind, and in how many pieces of memory they lay. */
  async function taken(late: number): Promise<{ same: boolean; memories: number }> {
    const [held, out, memories]: [Buffer[], Buffer[], Set<ArrayBufferLike>] = [[], [], new Set()];
    const file = new FileBytes(path, 0, bytes.length - 1);
    const slow = new Writable({
      highWaterMark: late * 128 * 1024 + 1,
      write(part: Buffer, _encoding, done) {
        memories.add(part.buffer);
        held.push(part);
        setImmediate(() => {
          // As the network does: a piece is read when it leaves.
          out.push(...held.splice(0).map((one) => Buffer.from(one)));
          done();
        });
      },
    });
    await finished(file.pipe(slow));
    return { same: Buffer.concat(out).equals(bytes), memories: memories.size };
  }

  it('lies in the memory of pieces that have left, however many are on their way', async () => {
    const quick = await taken(0);
    expect(quick).toEqual({ same: true, memories: expect.any(Number) });
    expect(quick.memories).toBeLessThanOrEqual(3);
    const slow = await taken(8);
    expect(slow.same).toBe(true);
    expect(slow.memories).toBeLessThanOrEqual(12);
  });

  it('is closed when it is not wanted any more, and says where there is none', async () => {
    const file = new FileBytes(path, 0, bytes.length - 1);
    file.read();
    file.destroy();
    await finished(file).catch(() => undefined);
    expect(file.destroyed).toBe(true);
    await expect(finished(new FileBytes(`${path}-not`, 0, 1).resume())).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
