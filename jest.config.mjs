import process from 'node:process';

/** Jest runs what tsc made: the same bytes as the forum itself. `bin/test.mjs` names the build; by hand it is `dist`. */
const build = `<rootDir>/${process.env.PALABRE_BUILD ?? 'dist'}`;

export default {
  testEnvironment: 'node',
  roots: [build],
  testMatch: [`${build}/test/**/*.spec.js`],
  transform: {},
  globalSetup: `${build}/test/global-setup.js`,
  globalTeardown: `${build}/test/global-teardown.js`,
  testTimeout: 20_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/bin/longest-first.mjs',
};
