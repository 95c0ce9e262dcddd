import { about, rules } from './fr/transparency/about.js';
import { account } from './fr/account.js';
import { firstSteps, invitations } from './fr/administration/invitations.js';
import { hostSites } from './fr/administration/host-sites.js';
import { demoArticle } from './fr/articles/demo-article.js';
import { administration } from './fr/administration/administration.js';
import { blackOut } from './fr/kit/black-out.js';
import { bulk } from './fr/desk/bulk.js';
import { moving } from './fr/desk/moving.js';
import { after } from './fr/kit/after.js';
import { asking } from './fr/threads/asking.js';
import { calling } from './fr/threads/calling.js';
import { cases } from './fr/cases/cases.js';
import { deadlines } from './fr/cases/deadlines.js';
import { paper } from './fr/cases/paper.js';
import { reminding } from './fr/cases/reminding.js';
import { desk } from './fr/desk/desk.js';
import { documents } from './fr/documents.js';
import { feeds } from './fr/feeds.js';
import { kinds } from './fr/kit/kinds.js';
import { people } from './fr/desk/people.js';
import { mail, notices, told } from './fr/notices.js';
import { problems } from './fr/kit/problems.js';
import { queue } from './fr/desk/queue.js';
import { read } from './fr/threads/threads.js';
import { reading } from './fr/threads/reading.js';
import { search } from './fr/search.js';
import { section } from './fr/articles/section.js';
import { sharing } from './fr/kit/sharing.js';
import { audiences, dates, roles, site } from './fr/kit/site.js';
import { spip } from './fr/import.js';
import { statistics } from './fr/transparency/statistics.js';
import { towns } from './fr/towns.js';
import { transparency } from './fr/transparency/transparency.js';
import { hosting } from './fr/workshops/hosting.js';
import { registering } from './fr/workshops/registering.js';
import { team } from './fr/workshops/team.js';
import { workshops } from './fr/workshops/workshops.js';
import { write } from './fr/writing.js';

/** Every French text of the interface; the first language, and the shape of the others. */
export const fr = {
  anonymous: 'Sans pseudonyme',
  site,
  dates,
  roles,
  feeds,
  documents,
  kinds,
  audiences,
  read,
  reading,
  write,
  cases,
  reminding,
  deadlines,
  paper,
  desk,
  queue,
  blackOut,
  bulk,
  asking,
  calling,
  search,
  section,
  sharing,
  after,
  moving,
  account,
  administration,
  invitations,
  firstSteps,
  hostSites,
  demoArticle,
  people,
  mail,
  notices,
  told,
  problems,
  rules,
  about,
  towns,
  workshops,
  registering,
  hosting,
  team,
  transparency,
  spip,
  statistics,
};

export type Catalogue = typeof fr;
