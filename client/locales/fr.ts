import { about, rules } from './fr/about.js';
import { account } from './fr/account.js';
import { hostSites } from './fr/host-sites.js';
import { demoArticle } from './fr/demo-article.js';
import { administration } from './fr/administration.js';
import { bulk } from './fr/bulk.js';
import { moving } from './fr/moving.js';
import { after } from './fr/after.js';
import { desk } from './fr/desk.js';
import { people } from './fr/people.js';
import { mail, notices } from './fr/mail.js';
import { problems } from './fr/problems.js';
import { queue } from './fr/queue.js';
import { read } from './fr/read.js';
import { section } from './fr/section.js';
import { audiences, dates, roles, site } from './fr/site.js';
import { spip } from './fr/spip.js';
import { statistics } from './fr/statistics.js';
import { transparency } from './fr/transparency.js';
import { write } from './fr/write.js';

/** Every French text of the interface; the first language, and the shape of the others. */
export const fr = {
  anonymous: 'Sans pseudonyme',
  site,
  dates,
  roles,
  audiences,
  read,
  write,
  desk,
  queue,
  bulk,
  section,
  after,
  moving,
  account,
  administration,
  hostSites,
  demoArticle,
  people,
  mail,
  notices,
  problems,
  rules,
  about,
  transparency,
  spip,
  statistics,
};

export type Catalogue = typeof fr;
