import type { Catalogue } from '../fr.js';

export const people: Catalogue['people'] = {
  edit: 'Edit (moderation)',
  editTitle: (number) => `Edit post no. ${number}`,
  editLede: 'Your words appear at once in place of the person’s, with a mention of the team and the reason, which everybody reads. Their text stays here and on their own page.',
  editReason: 'Reason, read by everybody',
  editWords: 'Why, in a few words',
  editWordsHint: '(read by everybody; optional with a reason)',
  editSend: 'Publish this edit',
  why: (reason) => `Reason: ${reason}.`,
  whyWords: (words) => `“${words}”`,
  edited: 'The moderation team has edited this post',
  former: 'The texts of before',
  formerBy: { author: 'Replaced by its author', team: 'Replaced by the team' },
};
