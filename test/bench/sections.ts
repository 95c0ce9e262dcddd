import { ExplainingReader } from '../explaining-reader.js';
import type { Ground } from './bench.js';
import { Child } from './child.js';
import { asOwner } from './owner.js';
import { drawn } from './drawn.js';
import { measure, type Page, SHORT as FEW, USUAL as MANY } from './pages.js';
import { explainSections } from './section-plans.js';
import { COMMENTS, LISTED, SITE, sowSections } from './sown-sections.js';
import { type Row, short } from './table.js';

const USUAL = { sections: 10_000, each: 400, kept: MANY };
export const SHORT: typeof USUAL = { sections: 20, each: 4, kept: FEW };
const COMPRESSED = { 'accept-encoding': 'gzip, deflate, br' };

/**
 * Sections of articles among ten thousand: out of memory beside a bare server, drawn anew, and what their queries
 * read.
 */
export async function run(ground: Ground, { sections, each, kept: size } = USUAL): Promise<Row[]> {
  const { forum, say } = ground;
  say(`sowing ${short(sections)} sections with ${short(sections * COMMENTS)} comments`);
  const plans = await forum.opened(async ({ reader, jobs }) => {
    const first = await asOwner(jobs, (owner) => sowSections(owner, sections));
    return explainSections(new ExplainingReader(reader), { first, sections }, say);
  });
  const kept: Page[] = [
    { what: `section, ${COMMENTS} comments, kept`, path: fragment(1), headers: COMPRESSED, aim: 'ratio 0.5' },
    { what: 'same, not compressed', path: fragment(1), headers: {}, aim: 'ratio 0.5' },
    { what: `counts of ${LISTED} articles, kept`, path: counts(1, sections), headers: {}, aim: '' },
    { what: 'RSS of a section, kept', path: feed(1), headers: {}, aim: '' },
  ];
  const floor = await Child.start('floor-pages', 0);
  const rows: Row[] = [];
  for (const page of kept) rows.push(await measure(ground, floor, page, size));
  await floor.stop();
  const numbers = newNumbers(sections);
  rows.push(
    await drawn(
      ground,
      { what: `section, ${COMMENTS} comments, drawn`, path: fragment, headers: {}, aim: 'CPU 3 ms' },
      numbers,
      { each },
    ),
  );
  rows.push(
    await drawn(ground, { what: 'same, compressed', path: fragment, headers: COMPRESSED, aim: 'CPU 3 ms' }, numbers, {
      each,
    }),
  );
  rows.push(
    await drawn(
      ground,
      { what: `counts of ${LISTED} articles, drawn`, path: (n) => counts(n, sections), headers: {}, aim: '' },
      numbers,
      { each },
    ),
  );
  rows.push(
    await drawn(ground, { what: 'RSS of a section, drawn', path: feed, headers: {}, aim: '' }, numbers, { each }),
  );
  return [...rows, ...plans];
}

function fragment(n: number): string {
  return `/articles/${SITE}/${n}/comments.html`;
}

function feed(n: number): string {
  return `/articles/${SITE}/${n}/comments.xml`;
}

function counts(n: number, sections: number): string {
  return `/articles/${SITE}/counts.json?${Array.from({ length: LISTED }, (_, other) => `id=${1 + ((n + other * 199) % sections)}`).join('&')}`;
}

/** Articles that nothing has been asked of yet, spread over the tables. */
function newNumbers(sections: number): () => number {
  let last = 0;
  return () => 1 + ((++last * 7919) % sections);
}
