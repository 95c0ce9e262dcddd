import type { reminding as french } from '../../fr/cases/reminding.js';

export const reminding: typeof french = {
  title: 'Reminders',
  what: 'Fourteen and three days before a date that people have to keep, and the day after the authority has let its time pass. Once each.',
  byNotice: 'You are told here, among your notifications.',
  byLetter:
    'A mail will first ask you to confirm the address. Those that follow name neither the case, nor the place, nor you: a link, and another one to stop.',
  erased: 'The address is erased when you stop, or when the case is not online any more.',
  members: 'This forum sends no mail. To be told here you need an account: ',
  on: 'You are told of the dates of this case.',
  start: 'Tell me',
  stop: 'Don’t tell me any more',
  startTitle: 'Being told of its dates',
  stopTitle: 'Not being told of its dates any more',
  startSure: 'Yes, tell me',
  back: 'Back to the case',
  doneTitle: 'It is noted',
  doneLede:
    'If this address is not confirmed yet, a mail asks for that (one a day; its link is good for three days). Nothing else will be written to you before.',
};
