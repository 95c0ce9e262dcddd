import './runtime.mjs';
import process from 'node:process';
import { build, use } from './build.mjs';

// The output of a command may go into a file, so the build prints its line on standard error.
const name = await build({ say: console.error }).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
use(name);
const { commandLine } = await import(`../${name}/src/command-line/command-line.js`);
process.exitCode = await commandLine(process.argv.slice(2));
