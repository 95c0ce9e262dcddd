import { appendFileSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Ground, loadBench, USUAL } from '../bench/bench.js';
import { Child } from '../bench/child.js';
import { benchNames } from '../bench/names.js';
import { Subject } from '../bench/subject.js';
import { prepareData } from '../start/prepared-data.js';

/** Benches for which a small forum is not enough, and the test that does a little of the same. */
const ELSEWHERE: Record<string, string> = {
  cases: 'units/cases-bench.spec.ts',
  documents: 'units/documents-bench.spec.ts',
  'file-kills': 'start/killed-files.spec.ts',
  floods: 'live/kit/floods.spec.ts',
  kills: 'start/kills.spec.ts',
  search: 'units/search-bench.spec.ts',
  seats: 'units/seats.spec.ts',
  spip: 'import/broken-off.spec.ts',
  stillness: 'start/stillness.spec.ts',
};

const benches = await Promise.all(benchNames().map(loadBench));
const short = benches.flatMap(({ name, run, SHORT }) => (SHORT === undefined ? [] : [{ name, run, SHORT }]));
let forum: Subject;
let load: Child;
/** What the rows of a whole run are about, without what changes from run to run. */
const measured: string[] = [];

beforeAll(async () => {
  load = await Child.start('load', 1);
  forum = await Subject.over(async (folder) => {
    await prepareData(folder);
    // Where PostgreSQL counts from the first start on, the bench of statements has nothing to start again.
    appendFileSync(join(folder, 'postgres/postgresql.auto.conf'), `shared_preload_libraries = 'pg_stat_statements'\n`);
    return { SMALL: 'yes' };
  });
});
afterAll(async () => {
  await load.stop();
  await forum.close();
});

it.each(short)(
  'a little of the bench of $name comes to its end, with a figure in each row',
  async ({ name, run, SHORT }) => {
    const rows = await run({ forum, load, say: () => undefined } satisfies Ground, SHORT);
    expect(rows.length).toBeGreaterThan(0);
    if (USUAL.includes(name)) measured.push(...rows.map(({ what }) => lasting(what)));
    const isMissing = (figure = 'none'): boolean => /^$|NaN|undefined/.test(figure);
    // A bench of CPU alone leaves the first column to others.
    expect(rows.filter(({ ours, cpu }) => isMissing(ours === '' ? cpu : ours) || isMissing(cpu))).toEqual([]);
  },
);

it('each row of a whole run stands in the note of what was measured', () => {
  const note = readFileSync(resolve('docs/measurements.md'), 'utf8');
  const table = /<!-- table -->([^]*)<!-- end of the table -->/.exec(note)?.[1] ?? '';
  const noted = new Set(table.split('\n').map((line) => lasting(line.split('|')[1] ?? '')));
  expect(measured.length).toBeGreaterThan(15);
  expect(measured.filter((what) => !noted.has(what))).toEqual([]);
});

function lasting(what: string): string {
  return what.replace(/\(.*?\)|[\d ]/g, '');
}

it('each other bench has a test that goes through what it goes through', () => {
  const others = benches.filter(({ SHORT }) => SHORT === undefined).map(({ name }) => name);
  expect(Object.keys(ELSEWHERE).sort()).toEqual(others);
  const strangers = Object.entries(ELSEWHERE).filter(([bench, test]) => {
    const [mine, its] = [modulesOf(`bench/${bench}.ts`), modulesOf(test)];
    return !its.has(`bench/${bench}`) && ![...mine].some((module) => its.has(module) && !OF_ALL.test(module));
  });
  expect(strangers).toEqual([]);
});

/** What any of them may read, which says nothing of what is measured. */
const OF_ALL =
  /^(bench\/(bench|child|subject|table|owner)|until|start\/(forum-process|killing|set-up-forum|witnesses))$/;

/** The modules of the tests that a file reads, from the folder of the tests on: `bench/children/flooding`. */
function modulesOf(file: string): Set<string> {
  const here = resolve('test');
  const words = readFileSync(join(here, file), 'utf8');
  const found = [...words.matchAll(/'(\.[^']+)\.js'/g)].map(([, path = '']) => join(here, file, '..', path));
  return new Set(found.filter((path) => path.startsWith(here)).map((path) => path.slice(here.length + 1)));
}
