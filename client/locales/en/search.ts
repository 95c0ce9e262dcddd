import { englishCount, englishNumber } from '../plural.js';
import type { search as french } from '../fr/search.js';

/** Finding what was published. */
export const search: typeof french = {
  title: 'Search',
  titleOf: (asked) => `${asked}, search`,
  everywhere: 'Search the whole forum',
  here: 'Search',
  field: 'Words to search for',
  finer: 'Narrow down',
  author: 'Written by',
  category: 'Category',
  tag: 'Tag',
  after: 'From',
  before: 'Before',
  kind: 'Kind',
  kinds: {
    thread: 'Openings of threads',
    workshop: 'Workshops',
    case: 'Cases',
    step: 'Steps of cases',
    reply: 'Replies',
    comment: 'Comments on articles',
    document: 'Documents',
  },
  sort: 'Order',
  byRelevance: 'Closest first',
  byDate: 'Newest first',
  all: 'All',
  clear: 'Clear all',
  signs: 'What the box understands',
  signsList: [
    ['"word for word"', 'these words, in this order'],
    ['-drone', 'without this word'],
    ['camera OR drone', 'either of them'],
    ['author:amina', 'written by'],
    ['category:towns', 'in a category, by its address'],
    ['#cameras', 'with this tag'],
    ['town:metz', 'what is about a town, by its name or its code'],
    ['kind:thread', 'also reply, comment, workshop, case, step, document'],
    ['before:2026-06', 'before a date'],
    ['after:2026-06', 'from a date on'],
  ],
  alike: 'Accents, capitals and plurals do not count: “events” finds “event”.',
  results: 'Results',
  total: (count) =>
    count >= 1000 ? `More than ${englishNumber.format(1000)} results` : englishCount(count, 'result', 'results'),
  among: (count) =>
    count === 50_000
      ? `among the newest ${englishNumber.format(count)} posts`
      : `of which ${englishCount(count, 'is', 'are')} ranked here`,
  closestFirst: 'Closest first',
  newestFirst: 'Newest first',
  closestFirstLink: 'closest first',
  newestFirstLink: 'newest first',
  next: 'More results',
  first: 'Back to the first results',
  similar: 'Threads like this one',
  perhaps: 'Did you mean',
  none: 'No results',
  noneOf: (asked) => `Nothing published answers “${asked}”.`,
  noneSuch: 'Nothing published answers these choices.',
  waitingNotSearched: 'A post that waits to be read is not searched.',
  unasked: {
    'small-words':
      'These words are in nearly every post. Add a rarer one, or put them in straight quotes, as a phrase.',
    'only-without': 'Say also what posts have to contain, and not only what they must not.',
  },
};
