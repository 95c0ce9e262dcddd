import { readConfig } from '../../src/config/read-config.js';
import { openDatabase } from '../../src/database/open-database.js';
import { ExplainingReader } from '../explaining-reader.js';
import type { Ground } from './bench.js';
import { Child } from './child.js';
import { asOwner } from './owner.js';
import { drawn } from './drawn.js';
import { measure, type Page } from './pages.js';
import { explainSections } from './section-plans.js';
import { COMMENTS, LISTED, SECTIONS, SITE, sowSections } from './sown-sections.js';
import { type Row, short } from './table.js';

const COMPRESSED = { 'accept-encoding': 'gzip, deflate, br' };

/**
 * Sections of articles among ten thousand: out of memory beside a bare server, drawn anew, and what their queries
 * read.
 */
export async function run(ground: Ground): Promise<Row[]> {
  const { forum, say } = ground;
  say(`sowing ${short(SECTIONS)} sections with ${short(SECTIONS * COMMENTS)} comments`);
  const plans = await forum.away(async (environment) => {
    const database = await openDatabase(readConfig(environment, { demonstration: true }));
    try {
      return await explainSections(
        new ExplainingReader(database.reader),
        await asOwner(database.jobs, sowSections),
        say,
      );
    } finally {
      await database.close();
    }
  });
  const kept: Page[] = [
    { what: `section, ${COMMENTS} comments, kept`, path: fragment(1), headers: COMPRESSED, aim: 'ratio 0.5' },
    { what: 'same, not compressed', path: fragment(1), headers: {}, aim: 'ratio 0.5' },
    { what: `counts of ${LISTED} articles, kept`, path: counts(1), headers: {}, aim: '' },
    { what: 'RSS of a section, kept', path: feed(1), headers: {}, aim: '' },
  ];
  const floor = await Child.start('floor-pages', 0);
  const rows: Row[] = [];
  for (const page of kept) rows.push(await measure(ground, floor, page));
  await floor.stop();
  const numbers = newNumbers();
  rows.push(
    await drawn(
      ground,
      { what: `section, ${COMMENTS} comments, drawn`, path: fragment, headers: {}, aim: 'CPU 3 ms' },
      numbers,
    ),
  );
  rows.push(
    await drawn(ground, { what: 'same, compressed', path: fragment, headers: COMPRESSED, aim: 'CPU 3 ms' }, numbers),
  );
  rows.push(
    await drawn(ground, { what: `counts of ${LISTED} articles, drawn`, path: counts, headers: {}, aim: '' }, numbers),
  );
  rows.push(await drawn(ground, { what: 'RSS of a section, drawn', path: feed, headers: {}, aim: '' }, numbers));
  return [...rows, ...plans];
}

function fragment(n: number): string {
  return `/articles/${SITE}/${n}/comments.html`;
}

function feed(n: number): string {
  return `/articles/${SITE}/${n}/comments.xml`;
}

function counts(n: number): string {
  return `/articles/${SITE}/counts.json?${Array.from({ length: LISTED }, (_, other) => `id=${1 + ((n + other * 199) % SECTIONS)}`).join('&')}`;
}

/** Articles that nothing has been asked of yet, spread over the tables. */
function newNumbers(): () => number {
  let last = 0;
  return () => 1 + ((++last * 7919) % SECTIONS);
}
