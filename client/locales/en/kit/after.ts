import { englishCount } from '../../plural.js';

/** What happens after publication: reports, appeals. */
export const after = {
  report: 'Report',
  reportWhat: (number: number) => ` post ${number}`,
  reportTitle: (number: number) => `Report post no. ${number}`,
  reportLede:
    'The moderation team will read this post again. Only the team sees your report; whoever wrote the post will not learn who reported it.',
  reportReason: 'What is wrong with it',
  reportRemark: 'Anything more to say',
  reportSend: 'Send the report',
  reportedTitle: 'Thank you, your report has arrived',
  reportedLede:
    'Somebody from the moderation team will read this post again. It stays online until they have decided.',
  reports: (count: number) => englishCount(count, 'report', 'reports'),
  reportBy: (who: string) => `by ${who}`,
  reportByGuest: 'somebody without an account',
  reportedGone: 'The post is no longer online.',
  keep: 'Keep the post',
  takeDown: 'Take the post down…',
  takeDownSend: 'Take down for this reason',
  appealTitle: 'Ask for another look',
  appealLede:
    'Once for each post. It goes to somebody of the team other than whoever decided, or to them where they are alone.',
  appealText: 'Why this decision should change',
  appealSend: 'Send the appeal',
  appealHeading: 'Your appeal',
  appealStates: {
    waiting: 'Waiting: somebody from the team will read it.',
    granted: 'Granted: the decision is reversed.',
    confirmed: 'Read: the decision stands.',
  },
  keptText: 'Your text',
  keptTextHint: 'It stays here, so that you can use it again.',
  grant: 'Grant',
  confirm: 'Confirm…',
  confirmSend: 'Confirm the decision',
  confirmWord: 'What you answer',
  appealAgainst: { refused: 'Refused', spam: 'Spam', takenDown: 'Taken down' },
  appealDecidedBy: (name: string) => `by ${name}`,
  appealAlone: 'Nobody else moderates this category: it is for you to look at your own decision again.',
  appealOwn: 'You took this decision: somebody else of the team will judge it.',
  appealSays: 'What its author answers',
  appealSettled: 'There is nothing left to appeal against.',
};
