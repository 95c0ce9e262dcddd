import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { median, type Row, short } from './table.js';

interface Manner {
  say: (line: string) => void;
}

/** A file by the forum and by a bare stream, by turns. */
export async function streamed(
  { ours, floor }: { ours: string; floor: string },
  { bytes, times, say }: Manner & { bytes: number; times: number },
): Promise<Row> {
  const [mine, bare]: [number[], number[]] = [[], []];
  for (let turn = 0; turn <= times; turn++) {
    const [one, other] = [await taken(ours, bytes), await taken(floor, bytes)];
    // The first one fills the cache of the disk.
    if (turn === 0) continue;
    mine.push(one);
    bare.push(other);
  }
  const rate = (took: number): string => short(bytes / 2 ** 20 / (took / 1_000), 'MB/s');
  say(`a file: ${rate(median(mine))}, bare ${rate(median(bare))}`);
  const what = `a file of ${short(bytes / 2 ** 20, 'MB')}`;
  return {
    what,
    ours: rate(median(mine)),
    floor: rate(median(bare)),
    ratio: (median(bare) / median(mine)).toFixed(2),
    aim: '0.9',
  };
}

/** Milliseconds for all its bytes. */
function taken(url: string, bytes: number): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (answer) => {
      let came = 0;
      answer.on('data', (part: Buffer) => (came += part.length));
      answer.on('end', () => {
        if (answer.statusCode === 200 && came === bytes) resolve(performance.now() - started);
        else reject(new Error(`${url} answers ${answer.statusCode} with ${came} bytes`));
      });
    }).on('error', reject);
  });
}

const PIECES = ['', '/document', '/files/document.pdf', '/pages/1.jpg', '/small.jpg'];

/** Addresses of a document that is there and waits, and of one that never was, by turns: their times say nothing. */
export async function alike(url: string, waiting: string, { pairs, say }: Manner & { pairs: number }): Promise<Row[]> {
  const [there, never]: [number[], number[]] = [[], []];
  for (let pair = 0; pair < pairs; pair++) {
    const piece = PIECES[pair % PIECES.length] ?? '';
    const both: [string, number[]][] = [
      [waiting, there],
      [randomUUID(), never],
    ];
    // Neither is always the second one.
    for (const [id, times] of pair % 2 === 0 ? both : both.reverse()) {
      const started = performance.now();
      const answer = await fetch(`${url}/document/${id}${piece}`);
      await answer.arrayBuffer();
      if (answer.status !== 404) throw new Error(`/document/…${piece} answers ${answer.status}`);
      times.push(performance.now() - started);
    }
  }
  const apart = Math.abs(median(there) - median(never));
  say(`waiting ${short(median(there), 'ms')}, never there ${short(median(never), 'ms')}`);
  return [
    {
      what: `a document that waits and one that never was, ${pairs} pairs: medians apart`,
      ours: short(apart, 'ms'),
      aim: '2 ms',
      besides: `${short(median(there), 'ms')} and ${short(median(never), 'ms')}`,
    },
  ];
}

/** Words that only hidden documents hold, and words that none holds, searched for by turns by somebody without account. */
export async function alikeWords(
  url: string,
  { hidden, pages }: { hidden: string; pages: number },
  { pairs, say }: Manner & { pairs: number },
): Promise<Row> {
  const [there, never]: [number[], number[]] = [[], []];
  for (let pair = 0; pair < pairs; pair++) {
    const both: [string, number[]][] = [
      [hidden, there],
      [[...hidden].reverse().join(''), never],
    ];
    for (const [word, times] of pair % 2 === 0 ? both : both.reverse()) {
      const started = performance.now();
      // An address of its own each time, so that no page is kept.
      const since = new Date(Date.UTC(1950, 0, 1 + pair)).toISOString().slice(0, 10);
      const answer = await fetch(`${url}/documents?q=${word}&since=${since}`);
      const page = await answer.text();
      if (answer.status !== 200 || page.includes('<article')) throw new Error(`${word} answers ${answer.status}`);
      times.push(performance.now() - started);
    }
  }
  say(`hidden ${short(median(there), 'ms')}, never there ${short(median(never), 'ms')}`);
  return {
    what: `a word of ${pages} pages that only members read and one of none, ${pairs} pairs: medians apart`,
    ours: short(Math.abs(median(there) - median(never)), 'ms'),
    aim: '2 ms',
    besides: `${short(median(there), 'ms')} and ${short(median(never), 'ms')}`,
  };
}
