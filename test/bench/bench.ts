import { availableParallelism, cpus, loadavg } from 'node:os';
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Child } from './child.js';
import { mustBeBenches } from './names.js';
import { Subject } from './subject.js';
import { type Row, table } from './table.js';

/** What a bench is given: the forum, and the process that puts load on it. */
export interface Ground {
  forum: Subject;
  load: Child;
  /** A line of progress. */
  say: (line: string) => void;
}

/**
 * A bench is a file of this folder that exports `run`. `SHORT` is its size in `npm test`, which wants to know that it
 * comes to its end, and compares no time; without it, `run` takes what is worth measuring.
 */
export interface Bench {
  run: (ground: Ground, size?: object) => Promise<Row[]>;
  SHORT?: object;
}

/** Run when none is named: together the table of docs/measurements.md. */
export const USUAL = [
  'start',
  'weight',
  'pages',
  'members',
  'submissions',
  'decisions',
  'live',
  'catch-ups',
  'sockets',
  'floods',
];
const DOCUMENT = fileURLToPath(new URL('../../../docs/measurements.md', import.meta.url));
const NOTHING = /^$|NaN|Infinity|undefined|^0 /;

/**
 * Runs the benches and prints one table. Answers the exit code: a row that could not be measured fails it.
 *
 * @throws UnknownBench
 */
export async function bench(names: string[]): Promise<number> {
  mustBeBenches(names);
  const benches = await Promise.all((names.length > 0 ? names : USUAL).map(loadBench));
  const say = (line: string): void => console.log(`  ${line}`);
  const started = performance.now();
  say('making a forum with the data of the demonstration');
  const forum = await Subject.open();
  try {
    const ground: Ground = { forum, load: await Child.start('load', 1), say };
    const rows: Row[] = [];
    for (const { name, run } of benches) rows.push(...(await measured(name, () => run(ground))));
    await ground.load.stop();
    const words = [table(rows), '', ...whereAndWhen(started)].join('\n');
    console.log(`\n${words}\n`);
    if (names.length === 0) keep(words);
    const missing = rows.filter(({ ours, cpu = 'none' }) => NOTHING.test(ours) || NOTHING.test(cpu));
    for (const { what } of missing) console.error(`Not measured: ${what}`);
    if (missing.length > 0) return 1;
    return 0;
  } finally {
    await forum.close();
  }
}

export async function loadBench(name: string): Promise<Bench & { name: string }> {
  return { name, ...((await import(`./${name}.js`)) as Bench) };
}

/** A bench that fails leaves the others their rows, and one that says so in its place. */
async function measured(name: string, run: () => Promise<Row[]>): Promise<Row[]> {
  try {
    return await run();
  } catch (error) {
    console.error(error);
    return [{ what: `npm run bench -- ${name}`, ours: '' }];
  }
}

function whereAndWhen(started: number): string[] {
  const load = loadavg()
    .map((one) => one.toFixed(1))
    .join(' ');
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), load ${load}`;
  const took = Math.round((performance.now() - started) / 1000);
  return [
    `Node ${process.version}, ${machine}, ${new Date().toISOString().slice(0, 10)}, ${took} s. Medians of 3. The`,
    'forum and its PostgreSQL have one core, the load another; of two figures with a plus the first is CPU of the Node',
    'process, the second of PostgreSQL. A ratio is to the floor, which ran by turns with it.',
  ];
}

/** Puts the table of a whole run into the document that shows it. */
function keep(words: string): void {
  const before = readFileSync(DOCUMENT, 'utf8');
  const after = before.replace(/(<!-- table -->\n)[^]*(\n<!-- end of the table -->)/, (_, start, end) =>
    [start, words, end].join('\n'),
  );
  writeFileSync(DOCUMENT, after);
}
