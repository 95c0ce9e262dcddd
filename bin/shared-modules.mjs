import { createRequire, flushCompileCache, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import circus from 'jest-circus/runner';
import { speak } from './test-words.mjs';

/**
 * Runs each file of tests with Jest's own framework, but lets Node load what it imports. Jest would evaluate Nest,
 * TypeORM and seven hundred other modules anew for each of more than a hundred files, in a context of its own. In this
 * way a worker loads a module once, as the forum does, and from Node's cache of compiled code.
 */
const require = createRequire(import.meta.url);
const WORDS = new URL('./test-words.mjs', import.meta.url).href;

registerHooks({
  resolve: (name, from, next) => (name === '@jest/globals' ? { url: WORDS, shortCircuit: true } : next(name, from)),
});

export default async function run(globalConfig, config, environment, runtime, file, tell) {
  // Jest wants a hundred lines of each error, and the forum makes one for each page that is not found.
  Error.stackTraceLimit = 25;
  const { moduleMocker } = environment;
  const shared = Object.assign(Object.create(runtime), {
    // The framework keeps the tests of a file in this module, so it has to be a new one for each file.
    requireInternalModule(name) {
      delete require.cache[name];
      return require(name);
    },
    setGlobalsForRuntime: (words) => speak({ ...words, jest: moduleMocker }),
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (name) => import(pathToFileURL(name).href),
  });
  try {
    return await circus.default(globalConfig, config, { global: globalThis }, shared, file, tell);
  } finally {
    moduleMocker.restoreAllMocks();
    // Or all of it is written when the worker ends, which then takes longer than the half second that Jest waits.
    flushCompileCache();
  }
}
