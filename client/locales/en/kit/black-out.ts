import type { Catalogue } from '../../fr.js';
import { englishCount } from '../../plural.js';

export const blackOut: Catalogue['blackOut'] = {
  act: 'Black out…',
  deskAct: { yes: 'Black out, title, order…', no: 'Title, order…' },
  others: 'Title, order, removal',
  deskLede: 'Each change is a new version, by the team; its author will see it.',
  newTab: '(new tab)',
  title: 'Black out',
  titleOf: (title) => `Black out “${title}”`,
  lede: 'What is covered goes out of the file, it is not only hidden: a page that is touched becomes a picture, and its text loses these words. All other pages stay as they are.',
  publishedLede:
    'What is covered goes out of the file, its pages, its text and the search, under the same address: everybody will read that the team did it, and why. The former file is kept for seven days, to undo it.',
  back: 'The message',
  words: 'Words to cover, one in a line',
  wordsHint:
    'All their places will be listed with their page, each with its own tick: untick those to leave. A scanned page has no words: draw instead.',
  drop: 'Pages to leave out',
  dropHint: 'For example: 2, 5-7',
  areas: 'Rectangles to cover, one in a line',
  areasHint:
    'With JavaScript, draw them on the pages. Otherwise: page, left, top, width, height, in thousandths of the page. For example: 1, 100, 850, 400, 60',
  look: 'Show what will be covered',
  found: 'Places found',
  place: (page, line) => (line === '' ? `page ${page}` : `page ${page}: ${line}`),
  notFound: 'These words are nowhere in the text of the file.',
  morePlaces: 'There are more: once these are covered, look again.',
  finger: 'Draw with a finger',
  dropLast: 'Take the last rectangle off',
  forget: 'Forget the former file at once: nobody will have it any more, and nothing can be put back.',
  send: 'Black out like this',
  willBe: 'What it will look like',
  former: 'Put the former file back',
  ownAct: 'Change this file…',
  ownTitle: (title) => `Change “${title}”`,
  ownLede:
    'Each change makes a new version of what you sent, which the moderators read again. Your text and your other files stay as they are.',
  said: 'What is said of it',
  save: 'Save',
  order: 'Its place',
  orderNow: (place, of) => `File ${place} of ${of}.`,
  earlier: 'Further up',
  later: 'Further down',
  remove: 'Remove this file',
  removeHint: 'The file will no longer be part of what you sent.',
  ownHint:
    'The former file is erased at once: nobody will have it any more, and nothing can be put back here. Keep your own.',
  uploadHint: 'The message that you are writing waits in its tab: it will attach the file as it is here.',
  uploadDone:
    'It is covered, and the former file is erased. You can close this page and go back to your message, or cover more.',
  formerHint: 'This file was blacked out. The one before is kept for seven days.',
  drawn: (covers) => `Covered by ${englishCount(covers, 'black rectangle', 'black rectangles')}`,
};
