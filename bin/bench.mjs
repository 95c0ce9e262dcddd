import './runtime.mjs';
import process from 'node:process';
import { build, use } from './build.mjs';

/** `npm run bench`: one table from one run. Names after `--` choose the benches: `npm run bench -- pages live`. */
const name = await build().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
use(name);
const { bench } = await import(`../${name}/test/bench/bench.js`);
process.exit(
  await bench(process.argv.slice(2)).catch((error) => {
    // Whoever mistyped a name is told the names, and not where in the code it was found out.
    console.error(error.name === 'UnknownBench' ? error.message : error);
    return 1;
  }),
);
