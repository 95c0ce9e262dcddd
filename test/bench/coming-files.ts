import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { tokenHash } from '../../src/uploads/token-hash.js';
import { announced, tus } from '../files/sent-in-parts.js';
import type { Filed } from '../start/filed.js';
import type { ForumProcess } from '../start/forum-process.js';
import type { Victim } from '../start/killing.js';

/** Bytes of a file and of each of its parts, and the milliseconds in the middle of each part. */
const LENGTH = 600_000;
const PIECE = 100_000;
const SLOWNESS = 150;
/** Texts at once: of twenty places for files some are for others. */
const AT_ONCE = 4;

/** A file that comes in parts, however often the forum is killed in between. */
interface ComingFile {
  bytes: Buffer;
  path: string | null;
  /** Its place on the network, which four files may come from at once. */
  from: string;
  /** So many bytes were thanked for; so many have left at most. */
  told: number;
  sent: number;
}

/** A text whose two files come before it. */
interface ComingText {
  title: string;
  files: ComingFile[];
  isThanked: boolean;
}

/** Texts whose files come in parts: each goes on where the forum says after a kill, and is sent once they are whole. */
export class ComingTexts {
  readonly all: ComingText[] = [];
  readonly odd: string[] = [];

  constructor(private readonly category: string) {}

  begin(title: string): void {
    // Lines of a text, so that what is made anew of it is what was sent.
    const bytes = (): Buffer =>
      Buffer.from(
        `${title}\n${randomBytes(LENGTH / 2)
          .toString('hex')
          .replaceAll(/.{99}/g, '$&\n')}`.slice(0, LENGTH),
      );
    const from = `192.0.2.${this.all.length % 200}`;
    const files = [1, 2].map(() => ({ bytes: bytes(), path: null, from, told: 0, sent: 0 }));
    this.all.push({ title, files, isThanked: false });
  }

  /** Until all have come, or the forum is killed. Answers what was thanked for. */
  async goOn(forum: ForumProcess): Promise<Filed[]> {
    const left = this.all.filter(({ isThanked }) => !isThanked).slice(0, AT_ONCE);
    const filed = await Promise.all(left.map((text) => this.text(forum, text).catch(() => null)));
    return filed.filter((one) => one !== null);
  }

  /** What is wrong with the files that belong to something now. */
  async wrong(victim: Victim): Promise<string[]> {
    const late = this.all.filter(({ isThanked }) => !isThanked).map(({ title }) => `${title} was never thanked for`);
    const rows = await victim.ask<{ token: string; sent: string }>(
      `select encode(token_hash, 'hex') as token, encode(sent_hash, 'hex') as sent from desk.file where announced > 0`,
    );
    const files = this.all.flatMap(({ title, files: of }) => of.map((file) => ({ title, ...file })));
    const others = files.filter(({ bytes, path }) => {
      const token = tokenHash(path?.split('/').at(-1) ?? '').toString('hex');
      const row = rows.find((one) => one.token === token);
      // One whose text was taken back has no row.
      return row !== undefined && row.sent !== createHash('sha256').update(bytes).digest('hex');
    });
    return [...late, ...others.map(({ title }) => `${title}: other bytes came than were sent`)];
  }

  private async text(forum: ForumProcess, text: ComingText): Promise<Filed | null> {
    const { title, files } = text;
    const isWhole = ({ bytes, told }: ComingFile): boolean => told === bytes.length;
    // Whole ones may belong to a text whose thanks were cut off: only sending it again tells.
    await Promise.all(files.filter((file) => !isWhole(file)).map((file) => this.file(forum, title, file)));
    if (!files.every(isWhole)) return null;
    const fields = { title, text: 'Avec ses fichiers.', key: `coming-${title.replaceAll(' ', '-')}`, action: 'send' };
    const body = new URLSearchParams(fields);
    for (const { path } of files) body.append('upload', path?.split('/').at(-1) ?? '');
    const { status, headers } = await fetch(`${forum.address}${this.category}/threads`, {
      method: 'POST',
      headers: { origin: forum.address },
      body,
      redirect: 'manual',
    });
    text.isThanked = status === 303;
    return { title, followed: headers.get('location'), refused: status === 303 ? null : status };
  }

  private async file({ address: url }: ForumProcess, title: string, file: ComingFile): Promise<void> {
    const { length } = file.bytes;
    if (file.path === null) {
      const { status, headers } = await announced({ url }, length, `${this.category}/threads`);
      if (status !== 201) return void this.odd.push(`${title}: announced, and answered ${status}`);
      file.path = headers.get('location');
    } else {
      const { status, headers } = await tus({ url }, 'HEAD', file.path);
      const stands = Number(headers.get('upload-offset'));
      // Neither less than was thanked for, nor more than has ever left.
      if (status !== 200 || stands < file.told || stands > file.sent)
        this.odd.push(`${title}: ${status}, stands at ${stands} of ${file.told} to ${file.sent}`);
      file.told = stands;
    }
    while (file.told < length) {
      const piece = file.bytes.subarray(file.told, file.told + PIECE);
      file.sent = Math.max(file.sent, file.told + piece.length);
      const { statusCode, headers } = await slowly(url, file, piece);
      if (statusCode !== 204) return void this.odd.push(`${title}: a part was answered ${statusCode}`);
      file.told = Number(headers['upload-offset']);
    }
  }
}

/** One part, in two halves with a pause between them, in which a kill finds it. */
async function slowly(
  origin: string,
  { path, from, told: offset }: ComingFile,
  piece: Buffer,
): Promise<IncomingMessage> {
  const sending = request(`${origin}${path}`, {
    method: 'PATCH',
    headers: {
      'tus-resumable': '1.0.0',
      origin,
      'x-forwarded-for': from,
      'content-type': 'application/offset+octet-stream',
      'content-length': piece.length,
      'upload-offset': offset,
    },
  });
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
  answered.catch(() => undefined);
  sending.write(piece.subarray(0, piece.length / 2));
  await Promise.race([pause(SLOWNESS), answered]);
  sending.end(piece.subarray(piece.length / 2));
  const [answer] = await answered;
  answer.resume();
  return answer;
}
