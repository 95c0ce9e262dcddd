import type { Catalogue } from '../../fr.js';
import { englishCount } from '../../plural.js';

export const blackOut: Catalogue['blackOut'] = {
  act: 'Black out…',
  title: 'Black out',
  titleOf: (title) => `Black out “${title}”`,
  lede: 'What is covered goes out of the file, it is not only hidden: a page that is touched becomes a picture, and its text loses these words. All other pages stay as they are.',
  back: 'The message',
  words: 'Words to cover, one in a line',
  wordsHint: 'All their places will be shown, to be ticked one by one. A scanned page has no words: draw instead.',
  drop: 'Pages to leave out',
  dropHint: 'For example: 2, 5-7',
  areas: 'Rectangles to cover, one in a line',
  areasHint:
    'With JavaScript, draw them on the pages. Otherwise: page, left, top, width, height, in thousandths of the page. For example: 1, 100, 850, 400, 60',
  look: 'Show what will be covered',
  found: 'Places found',
  place: (page, line) => (line === '' ? `page ${page}` : `page ${page}: ${line}`),
  notFound: 'These words are nowhere in the text of the file.',
  forget: 'Forget the former file at once: nobody will have it any more, and nothing can be put back.',
  send: 'Black out like this',
  willBe: 'What it will look like',
  former: 'Put the former file back',
  formerHint: 'This file was blacked out. The one before is kept for seven days.',
  drawn: (covers) => `Covered by ${englishCount(covers, 'black rectangle', 'black rectangles')}`,
};
