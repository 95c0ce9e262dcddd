/**
 * The order of the test files: long files start first, so that none runs alone on one core at the end. Jest's own
 * order goes by what it remembers of earlier runs, and a fresh clone remembers nothing. These are all that took ten
 * seconds of a whole run by three workers on a quiet machine with two cores; `npm test` prints the ten slowest.
 */
const LONG = [
  'rules/sweep',
  'pages/kit/demo',
  'browser/kit/accessibility',
  'browser/cases/life',
  'start/start',
  'start/command-line',
  'units/cleaning-process',
  'units/short-benches',
  'start/killed-files',
  'units/broken-off',
  'browser/documents/black-out',
  'start/letters-of-registrations',
  'corpora/xss',
  'pages/documents/published-black-out',
  'browser/cases/reminders',
  'browser/workshops/life',
  'pages/documents/scans',
  'pages/desk/bulk',
  'units/uploads',
  'browser/articles/embed',
  'browser/desk/moving',
  'browser/documents/in-parts',
  'units/virus-scanner',
  'start/kills',
  'browser/desk/desk',
  'units/recognition',
  'start/carried-over',
  'units/section-cost',
  'browser/workshops/pages',
  'rules/adding-a-kind',
  'browser/threads/live-thread',
  'browser/desk/bulk',
  'pages/documents/covered-in-edits',
  'browser/threads/live-places',
  'units/jobs',
  'pages/notices/mail',
  'pages/documents/black-out',
  'start/stillness',
  'browser/documents/documents',
  'start/ending',
  'browser/kit/main-job',
  'start/full-disk',
  'start/database',
  'units/moving-sequences',
  'browser/desk/desk-judging',
  'pages/documents/sending',
  'browser/kit/looks',
  'pages/workshops/told',
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
