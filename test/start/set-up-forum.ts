import { parse } from 'node-html-parser';
import { Browsing } from '../browsing.js';
import { formWith } from '../form.js';
import type { ForumProcess } from './forum-process.js';
import { until } from '../until.js';

/** Of the administrator, Solène. */
export const PASSWORD = 'le jardin des délices';

/** Follows the link that a new forum prints. @returns the address of a category where guests write */
export async function setUpForum(forum: ForumProcess): Promise<string> {
  await until(async () => void link(forum), 5_000);
  const browsing = new Browsing(forum.address);
  const form = formWith((await browsing.get(link(forum))).html(), 'site');
  const made = await browsing.post(form.action, {
    ...form.fields,
    site: 'Le Tilleul',
    description: 'On se parle',
    language: 'fr',
    timeZone: 'Europe/Paris',
    name: 'Solène',
    password: PASSWORD,
    email: '',
  });
  if (made.status !== 200) throw new Error(`the set-up answers ${made.status}`);
  const home = parse((await browsing.get('/')).text);
  const category = home
    .querySelectorAll('a')
    .map((each) => each.getAttribute('href') ?? '')
    .find((href) => /^\/category\/[a-z0-9-]+$/.test(href) && href !== '/category/annonces');
  if (category === undefined) throw new Error('a new forum has no category');
  return category;
}

function link(forum: ForumProcess): string {
  const found = /\/set-up\/[\w-]{32}/.exec(forum.said())?.[0];
  if (found === undefined) throw new Error('no link was printed');
  return found;
}
