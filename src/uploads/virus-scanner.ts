import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import type { ScannerPlace } from '../config/config.js';
import { Refused } from './cleaning/refusal.js';

/** For how many milliseconds the scanner may take no bytes, or give no answer after the last one. */
const PATIENCE = 60_000;
const LONGEST_ANSWER = 4_096;

/** Thrown when the scanner does not answer, or says that it could not look: nothing is known of the file. */
export class NoAnswer extends Error {}

/**
 * Shows a file to the `clamd` of the setting CLAMD, by its command INSTREAM: a length of four bytes before each part,
 * and one of zero behind the last.
 */
export class VirusScanner {
  constructor(
    private readonly address: ScannerPlace,
    private readonly patience = PATIENCE,
  ) {}

  /** @throws Refused where it finds something, NoAnswer where it cannot say */
  async look(path: string): Promise<void> {
    const answer = await this.answerTo(path);
    if (/^stream: OK$/.test(answer)) return;
    if (/^stream: .* FOUND$/.test(answer)) throw new Refused('harmful');
    if (/size limit exceeded/.test(answer)) throw new Refused('too-large');
    throw new NoAnswer(answer === '' ? 'it does not answer' : 'it could not look at a file');
  }

  private async answerTo(path: string): Promise<string> {
    const socket = connect(this.address);
    socket.setTimeout(this.patience, () => socket.destroy(new Error('too late')));
    try {
      const [answer] = await Promise.all([answerFrom(socket), show(socket, path)]);
      return answer;
    } catch {
      return '';
    } finally {
      socket.destroy();
    }
  }
}

/**
 * The answer, read until the scanner closes the connection. A scanner that has seen enough answers before the last
 * byte.
 */
function answerFrom(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    socket.on('data', (part: Buffer) => {
      answer += part.toString('latin1');
      if (answer.includes('\0') || answer.length > LONGEST_ANSWER) resolve(answer.split('\0', 1)[0] ?? '');
    });
    socket.on('close', () => resolve(''));
    socket.on('error', reject);
  });
}

async function show(socket: Socket, path: string): Promise<void> {
  const put = (bytes: Uint8Array | string): Promise<void> =>
    new Promise((resolve) => void socket.write(bytes, () => resolve()));
  await put('zINSTREAM\0');
  for await (const part of createReadStream(path) as AsyncIterable<Buffer>) {
    if (!socket.writable) return;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    await put(Buffer.concat([length, part]));
  }
  await put(Buffer.alloc(4));
}
