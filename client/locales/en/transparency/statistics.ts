import type { Catalogue } from '../../fr.js';

function delay(minutes: number): string {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days > 0) return hours === 0 ? `${days} d` : `${days} d ${hours} h`;
  if (hours > 0) return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  return `${rest} min`;
}

export const statistics: Catalogue['statistics'] = {
  title: 'Statistics of moderation',
  lede: 'How many posts the team has read, what it did with them and how long that took: month by month, once the month is over, without texts and without names.',
  log: 'The log, day by day',
  csv: 'The same numbers as CSV',
  method: 'How this is counted',
  period: 'Period',
  lastMonths: 'Last twelve months',
  categories: 'Categories',
  all: 'All',
  empty: 'No month is over yet. The first numbers will be here at the beginning of next month.',
  nothing: 'In this period each of these numbers stayed under 5: there is nothing to draw.',
  nothingGiven: 'In this period these numbers stayed under 5 or can’t be given: there is nothing to draw.',
  byMonth: (title) => `${title}, by month`,
  month: 'Month',
  few: 'fewer than 5',
  fewSign: '< 5',
  withheld: 'not given',
  withheldSign: 'n. g.',
  signs: '“< 5”: fewer than 5, maybe none. “n. g.”: not given, because it would give away a number under 5.',
  others: (names) => `Fewer than 5 in each month, for each of these reasons: ${names}.`,
  delay,
  delayOfPublished: (length) => `${length} *`,
  received: {
    title: 'Posts received',
    about: 'What was sent and read by the team before it appeared: threads, replies and edits.',
    received: 'Received',
    published: 'Published',
    returned: 'Returned',
    spam: 'Spam',
    rest: 'returned, refused or spam',
    publishedSign: 'published',
    wholeSign: 'received',
  },
  refused: {
    title: 'Refusals by reason',
    about: 'When a refusal has several reasons, the first one counts.',
    caption: 'Posts refused, by reason',
  },
  delays: {
    title: 'Delay',
    about: 'From the sending, or the last correction, to the decision.',
    caption: 'Delay of the decision',
    median: 'Half in less than',
    ninth: 'Nine of ten in less than',
    none: 'Not enough posts.',
    published: '* Of published posts alone, where the number of the others can’t be given.',
  },
  appeals: {
    title: 'Appeals',
    about: 'Whoever has a post refused or taken down may ask once that somebody else of the team reads it again.',
    appeals: 'Judged',
    granted: 'Granted',
    confirmed: 'Decision confirmed',
    wholeSign: 'judged',
    grantedSign: 'granted',
    confirmedSign: 'decision confirmed',
  },
  after: {
    title: 'After publication',
    about: 'What the team did with reports, and what it took back by itself.',
    reports: 'Reports judged',
    kept: 'Post kept',
    removed: 'Post taken down',
    takenDown: 'Taken down without a report',
    undone: 'Decisions undone',
    wholeSign: 'reports judged',
    keptSign: 'kept',
    removedSign: 'taken down',
  },
  rules: [
    [
      'Months that are over',
      'A month is counted once, shortly after its end, and never changes: looks on two days can’t be subtracted from each other.',
    ],
    [
      'Nothing that waits',
      '“Received” means received and decided. A post counts in the month of its decision; what waits is counted nowhere. A post that was returned, corrected and sent again counts twice. What its author takes back before the decision does not count, nor does what appears without being read first.',
    ],
    [
      'No number under 5',
      'Zero included: “fewer than 5” does not say whether there was one. And where a larger number would allow, by subtracting rows, columns, reasons and categories, to know more of a number under 5 than “from 0 to 4”, it is not given either. Since anybody can count what was published, that number hides nothing: sometimes it is “received” that is missing.',
    ],
    [
      'The delay',
      'Half of the decisions were faster than the first number, nine of ten faster than the second. It is given where “received” is; elsewhere, of published posts alone, if there are at least 5.',
    ],
    [
      'What is undone',
      'A decision that was undone before the end of the month does not count in it. Undone later, it counts as an undoing of the month in which it is undone.',
    ],
    ['The categories', 'Only those that everybody can read.'],
  ],
};
