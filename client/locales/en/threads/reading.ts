import type { Catalogue } from '../../fr.js';
import { englishCount } from '../../plural.js';

/** A thread as one text, and as a file. */
export const reading: Catalogue['reading'] = {
  shapes: 'Read this thread and take it along',
  minutes: (minutes) => `${minutes} min to read`,
  atOnce: 'Read at one go',
  print: 'Print',
  pdf: 'PDF',
  epub: 'EPUB',
  text: 'Text',
  back: 'Back to the discussion',
  contents: 'Contents',
  quotes: (number) => `Quotes no. ${number}`,
  parts: 'Parts',
  partOf: (part, parts) => `part ${part} of ${parts}`,
  only: (name) => `only ${name}`,
  everyone: 'Read everyone',
  people: 'With',
  others: (count) => englishCount(count, 'other person', 'other people'),
  page: 'page',
  reserved: {
    members: 'For members of the forum only: do not publish it elsewhere.',
    staff: 'For the team of the forum only: do not publish it elsewhere.',
  },
};
