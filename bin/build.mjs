import './runtime.mjs';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs, { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * A build lies in a folder named after what it was made from, so nothing is ever changed under a running forum, and
 * sources that did not change are not built again. It is made under another name and renamed when it is whole.
 */
export const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = [
  'src/**/*',
  'client/**/*',
  'migrations/*',
  'test/**/*.ts',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.mjs',
  'bin/whole.mjs',
];

export async function build({ say = console.log } = {}) {
  const name = `dist-${fingerprint()}`;
  if (existsSync(join(root, name))) return name;
  const unfinished = `.dist-${process.pid}`;
  const started = performance.now();
  await Promise.all([
    run(locate('typescript/bin/tsc'), ['-p', 'tsconfig.json', '--outDir', unfinished]).then(() =>
      run(join(root, 'bin/whole.mjs'), [join(root, unfinished)]),
    ),
    existsSync(join(root, 'vite.config.mjs')) &&
      run(locate('vite/bin/vite.js'), ['build', '--logLevel', 'warn', '--outDir', join(root, unfinished, 'assets')]),
  ]).catch((error) => {
    rmSync(join(root, unfinished), { recursive: true, force: true });
    throw error;
  });
  // Another process may have made the same build meanwhile: then that one is used.
  if (existsSync(join(root, name))) rmSync(join(root, unfinished), { recursive: true });
  else renameSync(join(root, unfinished), join(root, name));
  say(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  forgetOldBuilds(name);
  return name;
}

/**
 * Marks a build as used by this process for as long as it lives; a user who may not write here may not remove builds
 * either. Node keeps what it compiled of it there too, which spares a fifth of every later start.
 */
export function use(name) {
  module.enableCompileCache(join(root, name, '.cache'));
  try {
    mkdirSync(join(root, name, '.in-use'), { recursive: true });
    writeFileSync(join(root, name, '.in-use', String(process.pid)), '');
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw error;
  }
}

function fingerprint() {
  // `globSync` by its object: Node 20 has to be able to load this file, so that runtime.mjs can replace it.
  const hash = createHash('sha256');
  for (const file of fs
    .globSync(SOURCES, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort())
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex').slice(0, 12);
}

/** In a process of its own: what asks for a build goes on as the forum, and would keep the compilers' memory. */
function run(file, parameters) {
  const child = spawn(process.execPath, [file, ...parameters], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) =>
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${relative(root, file)} found what it can't build.`)),
    ),
  );
}

/** Package exports hide these files from `import`, so the folder is asked for. */
function locate(program) {
  const [folder, ...rest] = program.split('/');
  const home = createRequire(import.meta.url)
    .resolve.paths(folder)
    .map((path) => join(path, folder))
    .find((path) => existsSync(path));
  if (!home)
    throw new Error(`The sources have changed and ${folder} is not installed: run npm ci (without --omit=dev).`);
  return join(home, ...rest);
}

function forgetOldBuilds(name) {
  for (const other of readdirSync(root)) {
    const [, made, pid] = /^(dist-[0-9a-f]{12}|\.dist-(\d+))$/.exec(other) ?? [];
    if (made === undefined || made === name) continue;
    const users = pid
      ? [pid]
      : existsSync(join(root, other, '.in-use'))
        ? readdirSync(join(root, other, '.in-use'))
        : [];
    if (!users.some(lives)) rmSync(join(root, other), { recursive: true, force: true });
  }
}

function lives(pid) {
  try {
    return process.kill(Number(pid), 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
