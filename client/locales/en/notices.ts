import type { mail as french, notices as frenchNotices, told as toldInFrench } from '../fr/notices.js';
import { englishCount } from '../plural.js';

export const notices: typeof frenchNotices = {
  title: 'Notifications',
  lede: 'What became of your messages, and the answers that they got.',
  none: 'No notifications yet.',
  unseen: (count) => `${englishCount(count, 'unread notification', 'unread notifications')}`,
  word: (count) => (count === 1 ? 'notification' : 'notifications'),
  fresh: 'new',
  yours: (words) => `Your message: ${words}`,
  kept: 'Notifications stay here for three months, two hundred at most.',
  kinds: {
    published: 'Your message is published',
    'published-edited': 'Your message is published, with a correction by the team',
    'edit-published': 'Your edit is published',
    returned: 'The team has sent a message back to you, with a note',
    refused: 'Your message was not published',
    'appeal-granted': 'Your appeal is granted',
    'appeal-confirmed': 'Your appeal was heard: the decision stands',
    'taken-down': 'The team has taken your message down',
    restored: 'Your message is back',
    'team-edited': 'The team has changed your message',
    'waits-again': 'A decision was undone: your message waits again',
    'workshop-alone': 'Nobody runs this workshop any more: nobody can register for it',
  },
  answered: (name) => `${name} has answered you`,
  mentioned: (name) => `${name} has named you in a post`,
  toldOfMentions: 'You are told here when a post names you (@your-name).',
  notToldOfMentions: 'You are not told when a post names you.',
  stopMentions: 'Don’t tell me any more',
  startMentions: 'Tell me',
  why: 'see the decision',
  settings: 'Choose what comes by mail',
};

export const told: typeof toldInFrench = {
  'moved-up': 'A seat has become free: it is yours.',
  admitted: 'Those who run it have admitted you.',
  'admitted-to-line': 'Those who run it have admitted you, but it is full: you stand in the line.',
  declined: 'Those who run it could not admit you for this date.',
  'date-changed': 'The date of the workshop has changed.',
  'place-changed': 'The place of the workshop has changed.',
  'date-cancelled': 'The date for which you had registered is cancelled.',
  'date-reopened': 'The date that was cancelled takes place after all. Your registration is still good.',
  'date-dropped': 'The date for which you had registered does not exist any more.',
  'workshop-gone':
    'The workshop for which you have registered is not online any more: read the page of your registration before you go there.',
  'workshop-back': 'The workshop for which you have registered is online again. Check the date and the place.',
  'hosts-wrote': 'Those who run the workshop have written to you: it is on the page of your registration.',
  'starts-tomorrow': 'The workshop for which you have registered begins in less than a day.',
  'starts-soon': 'The workshop for which you have registered begins in less than two hours.',
};

export const mail: typeof french = {
  hello: 'Hello,',
  subjects: {
    confirmation: (site) => `${site}: confirm your address`,
    decided: (site) => `${site}: news of your message`,
    answered: (site) => `${site}: an answer is published`,
    alert: (site) => `${site}: the queue is waiting`,
    registration: (site) => `${site}: your registration`,
  },
  says: {
    confirmation: (site) =>
      `Hello,\n\nThis address was given on the forum “${site}” so as to be told. If that was you, open this page and confirm it within three days. If not, do nothing: nothing else will be written to you.`,
    published: () => 'Hello,\n\nYour message is published.',
    'published-edited': () => 'Hello,\n\nYour message is published, with a correction by the moderators.',
    'edit-published': () => 'Hello,\n\nYour edit is published.',
    returned: () =>
      'Hello,\n\nThe moderators have sent your message back to you, with a note. You can change it and send it again.',
    refused: () =>
      'Hello,\n\nThe moderators have not published your message. The page says why, keeps your text and lets you appeal.',
    'appeal-granted': () => 'Hello,\n\nYour appeal is granted.',
    'appeal-confirmed': () => 'Hello,\n\nThe moderators have heard your appeal: the decision stands.',
    'taken-down': () =>
      'Hello,\n\nThe moderators have taken your message down. The page says why and lets you appeal.',
    restored: () => 'Hello,\n\nYour message is back.',
    'team-edited': () => 'Hello,\n\nThe moderators have changed your message.',
    'waits-again': () => 'Hello,\n\nA decision was undone: your message waits to be read again.',
    answered: () => 'Hello,\n\nAn answer to one of your messages is published.',
    alert: (_, hours) => `Hello,\n\nSomething has waited for more than ${hours} h in a category that you moderate.`,
  },
  leads: {
    confirm: 'Confirm my address:',
    post: 'Read it:',
    own: 'Follow it:',
    queue: 'The queue:',
    registration: 'Your registration:',
  },
  stop: {
    submission: 'Not to be told about this message any more, and to erase the address:',
    registration: 'Not to be told about this registration any more, and to erase the address:',
    member: 'Not to get this kind of mail any more:',
    address: 'Never to get mail from this forum again:',
  },
  confirmTitle: 'Confirm your address',
  confirmLede:
    'Tick what comes from you. You will be told by mail when it is decided, when somebody answers, and what changes of a workshop.',
  confirm: 'This is my address',
  nothingToConfirm: 'Nothing waits to be confirmed.',
  anAccount: 'An account',
  aRegistration: 'A registration for a workshop',
  named: (name) => `“${name}”`,
  confirmedTitle: 'Your address is confirmed',
  confirmedLede: 'You will be told. Each mail has a link to stop them.',
  followIt: 'Follow your message',
  seeRegistration: 'Your registration',
  expiredTitle: 'This link is no longer good',
  expiredLede:
    'It is good for three days, and a new one replaces the old. Your message is not lost: the address to follow it still works.',
  stopTitle: 'No more mail',
  stopAsk: {
    submission: 'You will not be told about this message any more, and the address that you gave will be erased.',
    registration:
      'You will not be told about this registration any more, and the address that you gave will be erased. The registration stays.',
    member:
      'You will not get this kind of mail any more. Notifications stay on the site, and you can choose again in your account.',
    address: 'This forum will never write to this address again, even if somebody gives it.',
  },
  stopSure: 'No more of these',
  stoppedTitle: 'Done',
  stopped: {
    submission: 'You will not be told about this message any more. The address is erased.',
    registration: 'You will not be told about this registration any more. The address is erased.',
    member: 'You will not get this kind of mail any more.',
    address: 'This forum will not write to this address any more.',
  },
  again: 'I have changed my mind, you may write to me',
  againTitle: 'This forum may write to you again',
  againLede: 'Give your address with a message: you will be asked there to confirm it.',
  guestHint: 'To be told of the decision and of answers. A mail will ask you to confirm it.',
  followUnconfirmed:
    'A mail has asked you to confirm your address (one a day; its link is good for all your messages). Nothing else will be written to you before that.',
  followUnasked:
    'A mail will ask you to confirm your address. It has not left yet: it leaves as soon as possible, unless this address wants nothing from this forum. Nothing else will be written to you before that.',
  followConfirmed: 'You will be told by mail. The address is never published.',
  meButton: 'Mail and feeds',
  meTitle: 'Being told by mail',
  meLede:
    'Without an address, notifications stay on the site. A new address has to be confirmed by the link that is sent to it.',
  meNone: 'This forum sends no mail: notifications are on the site.',
  meErase: 'Erase my address',
  meUnconfirmed: 'This address is not confirmed yet: nothing is written to it before.',
  meConfirmed: 'This address is confirmed.',
  choices: {
    decided: 'When one of my messages is decided',
    answered: 'When somebody answers me',
    alert: 'When the queue has waited for too long',
  },
  feedTitle: 'RSS of the queue',
  feedLede:
    'How many messages wait, and since when. The address is secret: whoever knows it reads these numbers, and nothing else.',
  feedMade: (date) => `There is an address since ${date}. It is not shown again: renew it if you have lost it.`,
  feedMake: 'Make an address',
  feedRenew: 'Renew the address',
  feedRevoke: 'Remove the address',
  feedAddress: 'Address of the feed (note it, it is shown once)',
  feedName: (site) => `${site}: queue`,
  feedAbout: 'What waits, by category.',
  feedPeople: 'Members’ pages',
  feedItem: (count, category) => `${category}: ${englishCount(count, 'message waits', 'messages wait')}`,
  feedOldest: (date) => `The oldest was sent ${date}.`,
};
