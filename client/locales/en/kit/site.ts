import type { Catalogue } from '../../fr.js';
import { englishCount } from '../../plural.js';

export const site: Catalogue['site'] = {
  skip: 'Skip to the content',
  motto: 'the forum that talks under the tree',
  moderation: 'moderation',
  forumNav: 'Forum',
  accountNav: 'Account',
  aboutNav: 'About this forum',
  teamNav: 'Work of the team',
  team: 'Team',
  administration: 'Administration',
  words: { charter: 'Charter', contact: 'Contact', legal: 'Legal notice' },
  viewsNav: 'Views of the threads',
  overview: 'Overview',
  trail: 'Where you are',
  threads: 'Threads',
  recent: 'Recent',
  desk: 'Queue',
  members: 'Members',
  forum: 'Forum',
  logIn: 'Log in',
  register: 'Create an account',
  logOut: 'Log out',
  myAccount: (name) => `${name}, my account`,
  promise:
    'Here, a person of the moderation team reads what is sent before it appears. No IP address is stored, no cookie is set for reading, nothing is asked of any other site.',
  rules: 'Rules and reasons for refusal',
  transparency: 'Moderation in numbers',
  about: 'What this server knows',
  demonstration:
    'This is a demonstration: the towns, the people and the posts are invented, and everything may be erased.',
  pageTitle: (title, name) => `${title} – ${name}`,
};

export const dates: Catalogue['dates'] = {
  justNow: 'just now',
  secondsAgo: (count) => `${count} s ago`,
  minutesAgo: (count) => `${count} min ago`,
  hoursAgo: (count) => `${count} h ago`,
  daysAgo: (count) => (count === 1 ? 'yesterday' : `${count} days ago`),
  at: (day, time) => `on ${day} at ${time}`,
  time: (hours, minutes) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`,
  firstOfMonth: '1',
  seconds: (count) => `${count} s`,
  minutes: (count) => `${count} min`,
  hours: (hours, minutes) => (minutes === 0 ? `${hours} h` : `${hours} h ${String(minutes).padStart(2, '0')}`),
  days: (count) => englishCount(count, 'day', 'days'),
  about: (length) => `about ${length}`,
};

export const roles: Catalogue['roles'] = {
  guest: 'no account',
  member: 'member',
  moderator: 'moderation',
  organizer: 'organization',
  administrator: 'administration',
};

export const audiences: Catalogue['audiences'] = {
  everyone: 'open to everyone',
  members: 'for members',
  staff: 'for the team',
};
