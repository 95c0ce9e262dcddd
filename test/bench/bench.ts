import { availableParallelism, cpus, loadavg } from 'node:os';
import process from 'node:process';
import { Child } from './child.js';
import { Subject } from './subject.js';
import { type Row, table } from './table.js';

/** What a bench is given: the forum, and the process that puts load on it. */
export interface Ground {
  forum: Subject;
  load: Child;
  /** A line of progress. */
  say: (line: string) => void;
}

/** A bench is a file of this folder that exports `run`; these run when none is named. */
export interface Bench {
  run: (ground: Ground) => Promise<Row[]>;
}

const USUAL = ['start', 'weight', 'pages', 'live', 'submissions'];

/** Runs the benches and prints one table. Answers the exit code. */
export async function bench(names: string[]): Promise<number> {
  const benches = await Promise.all((names.length > 0 ? names : USUAL).map(load));
  const say = (line: string): void => console.log(`  ${line}`);
  const started = performance.now();
  say('making a forum with the data of the demonstration');
  const forum = await Subject.open();
  try {
    const ground: Ground = { forum, load: await Child.start('load', 1), say };
    const rows: Row[] = [];
    for (const { run } of benches) rows.push(...(await run(ground)));
    await ground.load.stop();
    console.log(`\n${table(rows)}\n`);
    const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), load ${loadavg().map((one) => one.toFixed(1)).join(' ')}`;
    console.log(`Node ${process.version}, ${machine}, ${Math.round((performance.now() - started) / 1000)} s. Medians of 3.`);
    console.log('The forum and its PostgreSQL have one core, the load another; CPU is that of the Node process alone.');
    return 0;
  } finally {
    await forum.close();
  }
}

async function load(name: string): Promise<Bench> {
  if (!/^[a-z-]+$/.test(name)) throw new Error(`${name} is not the name of a bench`);
  return (await import(`./${name}.js`)) as Bench;
}
