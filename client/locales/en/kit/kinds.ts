import type { Catalogue } from '../../fr.js';

export const kinds: Catalogue['kinds'] = {
  thread: { one: 'Thread', many: 'Threads', unconfirmed: 'A new thread' },
  workshop: { one: 'Workshop', many: 'Workshops', unconfirmed: 'A workshop' },
  case: { one: 'Case', many: 'Cases', unconfirmed: 'A case' },
  reply: { one: 'Reply', many: 'Replies', unconfirmed: 'A reply' },
  step: { one: 'Step', many: 'Steps', unconfirmed: 'A step' },
  words: { one: 'Word to the registered', many: 'Words to the registered' },
  comment: { one: 'Comment', many: 'Comments', unconfirmed: 'A comment' },
  edit: { one: 'Edit', many: 'Edits', unconfirmed: 'An edit' },
  profile: { one: 'Profile text', many: 'Profiles' },
  report: { one: 'Reported post', many: 'Reports' },
  appeal: { one: 'Appeal', many: 'Appeals' },
};
