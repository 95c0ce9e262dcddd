import './runtime.mjs';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { build, root, use } from './build.mjs';
import { changedFiles, chosen } from './changed.mjs';

/**
 * Builds, runs Jest over what was built (arguments go to Jest), names the ten slowest files and says in one last line
 * what came of it. With `--changed` only what a change can break is run, as far as half a minute goes.
 */
const HALF_A_MINUTE = 30;
/**
 * Node, Jest and PostgreSQL have to start, the tests about the code itself are always run, and of two workers one ends
 * first. Even after a build that took all of the time, some time is left for tests.
 */
const STARTS = 10;
const LEAST = 8;
const SHARE = 1.6;
const TIMES = join(root, 'node_modules/.cache/palabre-tests.json');
const name = await build().catch((error) => {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
});
use(name);
const times = existsSync(TIMES) ? JSON.parse(readFileSync(TIMES, 'utf8')) : {};
const given = process.argv.slice(2);
const only = given.includes('--changed') ? likeliest() : [];
const folder = mkdtempSync(join(tmpdir(), 'palabre-results-'));
const results = join(folder, 'results.json');
const jest = spawn(
  process.execPath,
  [
    '--enable-source-maps',
    join(root, 'node_modules/jest/bin/jest.js'),
    '--json',
    `--outputFile=${results}`,
    ...given.filter((word) => word !== '--changed'),
    ...only,
  ],
  {
    cwd: root,
    stdio: ['inherit', 'ignore', 'inherit'],
    env: { ...process.env, PALABRE_BUILD: name, NODE_COMPILE_CACHE: join(root, name, '.cache') },
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => jest.kill(signal));
const code = await new Promise((resolve) => jest.on('exit', (status) => resolve(status ?? 1)));

const found = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : null;
rmSync(folder, { recursive: true });
remember();
// A file that could not even be loaded has no test that failed, and is a failure all the same.
const failed = found ? found.numFailedTests + found.numRuntimeErrorTestSuites : 1;
const skipped = found ? found.numPendingTests + found.numTodoTests : 0;
console.log(`${found?.numPassedTests ?? 0} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 && code === 0 ? 1 : code);

function likeliest() {
  const changed = changedFiles();
  const seconds = Math.max(LEAST, HALF_A_MINUTE - STARTS - performance.now() / 1000) * SHARE;
  const { run, later } = chosen(name, changed, times, seconds);
  console.log(
    `${changed.length} files changed; runs ${run.length} files of tests. npm test runs ${later} more that ` +
      'they could break.',
  );
  return ['--runTestsByPath', ...run];
}

/** Stores how long each file took, for the next choice and for people who want to make the tests faster. */
function remember() {
  const took = (found?.testResults ?? []).map(({ name: file, startTime, endTime }) => [
    relative(join(root, name), file),
    (endTime - startTime) / 1000,
  ]);
  mkdirSync(dirname(TIMES), { recursive: true });
  writeFileSync(TIMES, JSON.stringify({ ...times, ...Object.fromEntries(took) }));
  took.sort(([, one], [, other]) => other - one);
  console.log('The slowest files:');
  for (const [file, seconds] of took.slice(0, 10)) console.log(`${seconds.toFixed(1).padStart(6)} s  ${file}`);
}
