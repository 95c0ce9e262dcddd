import { about, rules } from './en/about.js';
import { account } from './en/account.js';
import { hostSites } from './en/host-sites.js';
import { demoArticle } from './en/demo-article.js';
import { administration } from './en/administration.js';
import { bulk } from './en/bulk.js';
import { moving } from './en/moving.js';
import { after } from './en/after.js';
import { desk } from './en/desk.js';
import { people } from './en/people.js';
import { mail, notices } from './en/mail.js';
import { problems } from './en/problems.js';
import { queue } from './en/queue.js';
import { read } from './en/read.js';
import { section } from './en/section.js';
import { audiences, dates, roles, site } from './en/site.js';
import { spip } from './en/spip.js';
import { statistics } from './en/statistics.js';
import { transparency } from './en/transparency.js';
import { write } from './en/write.js';
import type { Catalogue } from './fr.js';

/** Every English text of the interface. */
export const en: Catalogue = {
  anonymous: 'No pseudonym',
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
