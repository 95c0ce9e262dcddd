import type { Catalogue } from '../../fr.js';

export const calling: Catalogue['calling'] = {
  heading: 'Call',
  title: 'Call to action',
  lede: (title) => `A link above the posts of “${title}”, until a day: a petition, a date.`,
  url: 'Address',
  urlHint:
    'The whole address, like https://www.example.org/petition. Nobody is sent there without clicking, and nothing of it is loaded.',
  words: 'What the link says',
  wordsHint: 'From 3 to 80 characters.',
  untilDay: 'Last day',
  set: 'Set the call',
  takeAway: 'Take the call away',
  at: (host) => `at ${host}`,
  until: (day) => `until ${day}`,
};
