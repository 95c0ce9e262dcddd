import type pg from 'pg';
import type { OpenDatabase } from '../../src/database/open-database.js';
import { ACCOUNTS, playersByName } from '../../src/demo/cast.js';
import { nameKey } from '../../src/members/name-key.js';
import { hostSite } from '../host-site.js';
import { Sower } from '../sow.js';
import { sowWaiting } from '../waiting-rows.js';
import { asOwner } from './owner.js';

/** What the benches ask for by name in the demonstration, whose making takes half a minute of a processor. */
const THREADS = [
  { category: 'ateliers', hold: 'nobody', title: 'Une ville, une caméra, un message', slug: 'une-camera', posts: 25 },
  { category: 'villes', hold: 'all', title: 'Il y a des micros dans la rue', slug: 'des-micros', posts: 3 },
];
const WAITING = 10;

/** Puts it down at the first start of a forum for the short forms of the benches; later starts find it. */
export async function sowSmallForum(database: OpenDatabase, publicUrl: string): Promise<void> {
  await asOwner(database.jobs, async (owner) => {
    const { rows } = await owner.query('select from site where set_up_at is not null');
    if (rows.length === 0) await sow(owner, publicUrl);
  });
}

async function sow(owner: pg.Client, publicUrl: string): Promise<void> {
  const sower = new Sower(owner);
  for (const name of ACCOUNTS) {
    const member = await sower.member(name, playersByName.get(name)?.role);
    await owner.query('update member set name_key = $2 where id = $1', [member, nameKey(name)]);
  }
  for (const { category, hold, title, slug, posts } of THREADS) {
    const thread = await sower.thread(await sower.category(category), posts, new Date());
    await owner.query('update thread set title = $2, slug = $3 where id = $1', [thread, title, slug]);
    await owner.query('update category set hold = $2 where slug = $1', [category, hold]);
    await sowWaiting(owner, { thread, count: WAITING, name: `Passante de ${category}` });
  }
  const { origin } = new URL(publicUrl);
  const site = await hostSite(owner, { slug: 'demo', category: await sower.category('articles'), origins: [origin] });
  await owner.query(
    `insert into article (site_id, identifier, title, url) values ($1, '331', 'Une place', $2 || '/demo/article')`,
    [site, origin],
  );
  await owner.query(`update site set name = 'Palabre', language = 'fr', set_up_at = now()`);
}
