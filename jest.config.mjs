import process from 'node:process';

/** Jest runs what tsc made: the same bytes as the forum itself. `bin/test.mjs` names the build; by hand it is `dist`. */
const build = `<rootDir>/${process.env.PALABRE_BUILD ?? 'dist'}`;

export default {
  testEnvironment: 'node',
  testRunner: '<rootDir>/bin/shared-modules.mjs',
  roots: [build],
  testMatch: [`${build}/test/**/*.spec.js`],
  transform: {},
  globalSetup: `${build}/test/global-setup.js`,
  globalTeardown: `${build}/test/global-teardown.js`,
  testTimeout: 90_000,
  // Files wait a good part of their time: for a browser, a process, a database that comes back.
  maxWorkers: 3,
  testSequencer: '<rootDir>/bin/longest-first.mjs',
};
