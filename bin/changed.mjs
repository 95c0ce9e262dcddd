import { execFileSync } from 'node:child_process';
import fs, { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './build.mjs';

/**
 * The test files that a change can break, the likeliest first, as far as the time goes: `npm test -- --changed`.
 * Almost every page reaches almost every file by way of the whole forum, so the way there decides: a test that imports
 * what changed comes before one that starts a forum with it inside, and among these the wing of the same name comes
 * first.
 */
const FORUM = ['src/app.module.js', 'test/world.js'];
const GUESS = 3;
/** What is about all of the code at once, and quick. */
const ALWAYS = (spec) => spec.startsWith('test/rules/') && spec !== 'test/rules/sweep.spec.js';

/**
 * Sources that differ from where this branch left main, or from the last commit, and those that git does not know yet.
 */
export function changedFiles() {
  const git = (...given) =>
    execFileSync('git', given, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const left = (branch) => {
    try {
      return git('merge-base', 'HEAD', branch).trim();
    } catch {
      return null;
    }
  };
  const since = left('main') ?? left('origin/main') ?? 'HEAD';
  const lines = `${git('diff', '--name-only', since)}${git('ls-files', '--others', '--exclude-standard')}`;
  return [...new Set(lines.split('\n').filter(Boolean))];
}

/** For each built file those that import it, or name it as a process of their own. */
function importers(build) {
  // `globSync` by its object: Node 20 has to be able to load this file, so that runtime.mjs can replace it.
  const found = new Map();
  for (const file of fs.globSync('{src,client,test,migrations}/**/*.js', { cwd: build })) {
    const text = readFileSync(join(build, file), 'utf8');
    for (const [, , name] of text.matchAll(
      /(\bfrom|\bimport|import\(|new URL\(|dirname,)\s*'([^'\n]+\.(?:js|json))'/g,
    )) {
      const path = join(dirname(file), name);
      if (!found.has(path)) found.set(path, []);
      found.get(path).push(file);
    }
  }
  return found;
}

/** How many imports lie between each file and the nearest of `changed`; nobody is asked beyond `walls`. */
function distances(graph, changed, walls) {
  const far = new Map(changed.map((file) => [file, 0]));
  const queue = [...far.keys()];
  for (const file of queue)
    for (const next of walls.includes(file) ? [] : (graph.get(file) ?? []))
      if (!far.has(next)) {
        far.set(next, far.get(file) + 1);
        queue.push(next);
      }
  return far;
}

const wingOf = (file) =>
  /^(?:src\/web|src|client\/browser|client\/styles|client\/locales\/..|client|test\/\w+)\/([\w-]+)/.exec(file)?.[1];

/**
 * @param times seconds that each test file took when it last ran here @returns what to run, and what there was no time
 * for
 */
export function chosen(name, changed, times, seconds) {
  const build = join(root, name);
  const graph = importers(build);
  const built = changed.map((file) => file.replace(/\.tsx?$/, '.js'));
  const near = distances(graph, built, FORUM);
  const inForum = distances(graph, built, []);
  // What no built file imports is read by the forum or the tests as they run: migrations, styles, scripts, packages.
  const unseen =
    changed.some(
      (file) => !/^(docs|README|\.ci)/.test(file) && !existsSync(join(build, file.replace(/\.tsx?$/, '.js'))),
    ) || changed.some((file) => /^(migrations|client\/browser)\//.test(file));
  const wings = new Set(changed.map(wingOf));
  const rank = (spec) => {
    if (ALWAYS(spec) || built.includes(spec)) return 0;
    if (near.has(spec)) return near.get(spec);
    if (wings.has(wingOf(spec)) && (unseen || inForum.has(spec))) return 100;
    return unseen || inForum.has(spec) ? 200 : Infinity;
  };
  const time = (spec) => times[spec] ?? GUESS;
  const all = fs.globSync('test/**/*.spec.js', { cwd: build }).filter((spec) => rank(spec) < Infinity);
  all.sort((one, other) => rank(one) - rank(other) || time(one) - time(other));
  let left = seconds;
  const run = all.filter((spec) => {
    if (rank(spec) === 0) return true;
    if (time(spec) > left) return false;
    left -= time(spec);
    return true;
  });
  return { run: run.map((spec) => relative(root, join(build, spec))), later: all.length - run.length };
}
