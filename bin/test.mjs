import './runtime.mjs';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { build, root, use } from './build.mjs';

/** Builds, runs Jest over what was built (arguments go to Jest) and says in one last line what came of it. */
const name = await build().catch((error) => {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
});
use(name);
const folder = mkdtempSync(join(tmpdir(), 'palabre-results-'));
const results = join(folder, 'results.json');
const jest = spawn(
  process.execPath,
  ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--enable-source-maps', join(root, 'node_modules/jest/bin/jest.js'),
    '--json', `--outputFile=${results}`, ...process.argv.slice(2)],
  { cwd: root, stdio: ['inherit', 'ignore', 'inherit'], env: { ...process.env, PALABRE_BUILD: name } },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => jest.kill(signal));
const code = await new Promise((resolve) => jest.on('exit', (status) => resolve(status ?? 1)));

const found = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : null;
rmSync(folder, { recursive: true });
// A file that could not even be loaded has no test that failed, and is a failure all the same.
const failed = found ? found.numFailedTests + found.numRuntimeErrorTestSuites : 1;
const skipped = found ? found.numPendingTests + found.numTodoTests : 0;
console.log(`${found?.numPassedTests ?? 0} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 && code === 0 ? 1 : code);
