import { about, rules } from './en/transparency/about.js';
import { account } from './en/account.js';
import { firstSteps, invitations } from './en/administration/invitations.js';
import { hostSites } from './en/administration/host-sites.js';
import { demoArticle } from './en/articles/demo-article.js';
import { administration } from './en/administration/administration.js';
import { blackOut } from './en/kit/black-out.js';
import { bulk } from './en/desk/bulk.js';
import { moving } from './en/desk/moving.js';
import { after } from './en/kit/after.js';
import { asking } from './en/threads/asking.js';
import { calling } from './en/threads/calling.js';
import { cases } from './en/cases/cases.js';
import { deadlines } from './en/cases/deadlines.js';
import { paper } from './en/cases/paper.js';
import { reminding } from './en/cases/reminding.js';
import { desk } from './en/desk/desk.js';
import { documents } from './en/documents.js';
import { feeds } from './en/feeds.js';
import { kinds } from './en/kit/kinds.js';
import { people } from './en/desk/people.js';
import { mail, notices, told } from './en/notices.js';
import { problems } from './en/kit/problems.js';
import { queue } from './en/desk/queue.js';
import { read } from './en/threads/threads.js';
import { reading } from './en/threads/reading.js';
import { search } from './en/search.js';
import { section } from './en/articles/section.js';
import { sharing } from './en/kit/sharing.js';
import { audiences, dates, roles, site } from './en/kit/site.js';
import { spip } from './en/import.js';
import { statistics } from './en/transparency/statistics.js';
import { towns } from './en/towns.js';
import { transparency } from './en/transparency/transparency.js';
import { hosting } from './en/workshops/hosting.js';
import { registering } from './en/workshops/registering.js';
import { team } from './en/workshops/team.js';
import { workshops } from './en/workshops/workshops.js';
import { write } from './en/writing.js';
import type { Catalogue } from './fr.js';

/** Every English text of the interface. */
export const en: Catalogue = {
  anonymous: 'No pseudonym',
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
