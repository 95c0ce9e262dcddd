/**
 * The order of the test files: long files start first, so that none runs alone on one core at the end. Jest's own
 * order goes by what it remembers of earlier runs, and a fresh clone remembers nothing.
 */
const LONG = [
  'rules/sweep',
  'start/start',
  'pages/kit/demo',
  'browser/kit/accessibility',
  'start/command-line',
  'corpora/xss',
  'pages/desk/bulk',
  'units/moving-sequences',
  'units/undo-sequences',
  'units/policies',
  'browser/threads/live-thread',
  'browser/kit/main-job',
  'start/database',
  'pages/desk/undo',
  'start/embedded-server',
  'browser/articles/embed',
  'corpora/pathological',
  'browser/threads/live-places',
  'browser/desk/desk',
  'browser/desk/undo',
  'rules/floors',
  'import/broken-off',
  'units/jobs',
  'pages/account/accounts',
];

export default class LongestFirst {
  sort(tests) {
    const rank = ({ path }) => {
      const place = LONG.findIndex((name) => path.includes(`/test/${name}.spec.`));
      return place === -1 ? LONG.length : place;
    };
    return [...tests].sort((one, other) => rank(one) - rank(other) || one.path.localeCompare(other.path));
  }

  allFailedTests(tests) {
    return this.sort(tests);
  }

  cacheResults() {}
}
