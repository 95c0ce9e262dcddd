import { openDatabase } from '../../src/database/open-database.js';
import { readConfig } from '../../src/config/read-config.js';
import type { Ground } from './bench.js';
import { Child } from './child.js';
import { cleaned } from './cleaned-pdf.js';
import { keepLarge, LARGE, putWaiting } from './document-files.js';
import { listed } from './document-lists.js';
import { alike, alikeWords, streamed } from './document-times.js';
import { asOwner } from './owner.js';
import { hideDocuments, IN_ONE_POST, type SownDocuments, sowDocuments } from './sown-documents.js';
import { type Row, short } from './table.js';

const DOCUMENTS = 20_000;
/** All questions nine times. */
const WARM = 99;
const PAIRS = 500;
const DOWNLOADS = 15;

/** What documents cost where there are many of them: lists, search, files, and pages that have none. */
export async function run({ forum, say }: Ground): Promise<Row[]> {
  const plain = await plainThread(forum.url);
  const before = await weight(forum.url, plain);
  say(`sowing ${short(DOCUMENTS)} documents`);
  let sown: SownDocuments = { full: 0, document: '' };
  let waiting = '';
  const hidden: { hidden: string; pages: number }[] = [];
  let large = '';
  await forum.away(async (environment) => {
    const config = readConfig(environment, { demonstration: true });
    const database = await openDatabase(config);
    try {
      await asOwner(database.jobs, async (owner) => {
        const progress = (documents: number): void => say(`${short(documents)} documents`);
        sown = await sowDocuments(owner, { documents: DOCUMENTS, progress });
        large = await keepLarge(owner, config, sown.document);
        // A word of one thread, and one of many papers.
        for (const [word, threads] of [
          ['wovuxi', 1],
          ['zukevo', 5],
        ] as const)
          hidden.push({ hidden: word, pages: await hideDocuments(owner, { threads, word }) });
        waiting = await putWaiting(owner, config, 'waiting');
      });
    } finally {
      await database.close();
    }
  });
  const rows = await listed(forum.url, { documents: DOCUMENTS, runs: 15, warm: WARM, say });
  const floor = await Child.start('floor-file', 0);
  try {
    await floor.ask('show', large);
    const to = {
      ours: `${forum.url}/document/${sown.document}/files/deliberation-0.pdf`,
      floor: await floor.ask<string>('address'),
    };
    rows.push(await streamed(to, { bytes: LARGE, times: DOWNLOADS, say }));
  } finally {
    await floor.stop();
  }
  rows.push(...(await alike(forum.url, waiting, { pairs: PAIRS, say })));
  for (const each of hidden) rows.push(await alikeWords(forum.url, each, { pairs: PAIRS, say }));
  const after = await weight(forum.url, plain);
  rows.push({
    what: 'a thread page without documents, bytes before there were any and after',
    ours: `${before} and ${after}`,
    aim: 'the same',
  });
  const full = await weight(forum.url, `/thread/${sown.full}/papiers`);
  rows.push({
    what: `a thread page with ${IN_ONE_POST} documents, without its pictures`,
    ours: short(full / 1024, 'kB'),
    aim: '50 kB',
  });
  rows.push(...(await cleaned({ megabytes: 24, times: 3, say })));
  return rows;
}

/** The address of a thread that has no documents and is not closed to everyone. */
async function plainThread(url: string): Promise<string> {
  const home = await (await fetch(url)).text();
  for (const [, path] of home.matchAll(/href="(\/thread\/\d+\/[^"?#]+)"/g)) {
    const page = await (await fetch(url + path)).text();
    if (path !== undefined && !page.includes('data-document')) return path;
  }
  throw new Error('all threads have documents');
}

/** Bytes of its HTML, unpacked. */
async function weight(url: string, path: string): Promise<number> {
  const answer = await fetch(url + path);
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
  return (await answer.arrayBuffer()).byteLength;
}
