/**
 * The order of the test files: what takes long starts first, so that no core is left alone with it at the end. Jest's
 * own order goes by what it remembers of earlier runs, and a fresh clone remembers nothing.
 */
const LONG = [
  'rules/sweep', 'browser/accessibility', 'start/start', 'pages/demo', 'pages/bulk', 'browser/desk', 'browser/live-thread', 'browser/live-places',
  'start/command-line', 'browser/undo', 'units/undo-sequences', 'browser/writing', 'units/jobs', 'browser/draft', 'units/policies', 'pages/accounts',
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
