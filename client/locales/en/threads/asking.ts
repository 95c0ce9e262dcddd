import type { Catalogue } from '../../fr.js';

export const asking: Catalogue['asking'] = {
  sort: 'This is',
  sorts: { note: 'a note', question: 'a question' },
  question: 'Question',
  questions: 'Questions and answers',
  heading: (title) => `Questions and answers: ${title}`,
  lede: 'Those that wait for an answer first.',
  none: 'Nobody has asked anything yet.',
  ask: 'Ask a question',
  numbered: (number) => `Question no. ${number}`,
  unanswered: 'No answer yet.',
  more: 'The other answers are in the discussion.',
};
