import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Answer, Browsing } from '../../browsing.js';
import { triedUndoings, wronglyOffered } from '../../offered-undoings.js';
import { openWorld, type Person, type World } from '../../world.js';

/** Every row is undone once for each of the team. */
const LONG = 90_000;

let world: World;
let nadia: Browsing;
let administrator: Browsing;
let ada: Person;
let thread: number;
let keys = 0;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes' });
  await world.category({ slug: 'autre', name: 'Autre' });
  await world.category({ slug: 'cercle', name: 'Cercle', audience: 'members' });
  nadia = world.visitor((await world.member('Nadia', { role: 'moderator' })).cookie);
  await world.member('Omar', { role: 'moderator', categories: ['villes'] });
  administrator = world.visitor((await world.member('Aline', { role: 'administrator' })).cookie);
  ada = await world.member('Ada');
  thread = await world.thread({ category: 'villes', title: 'Un sujet', text: 'Premier message', by: ada.visitor });
}, LONG);
afterAll(() => world.close());

async function done(answer: Promise<Answer>, expected = 303): Promise<Answer> {
  const { status, text } = await answer;
  expect([status, status === expected ? '' : text]).toEqual([expected, '']);
  world.clock.advance(1_000);
  return answer;
}
const key = (): string => `key-of-an-offer-${(keys += 1)}`;

async function waits(text: string, who: Browsing = world.visitor()): Promise<{ id: string; location: string }> {
  const sent = await done(who.post(`/thread/${thread}/replies`, { text, key: key() }));
  const [row] = await world.writer.query<{ id: string }>('select id from desk.submission where source = $1', [text]);
  return { id: row?.id ?? '', location: sent.location ?? '' };
}
const decide = (id: string, fields: Record<string, string>) =>
  done(nadia.post(`/desk/submissions/${id}/decision`, { version: '1', ...fields }));
const at = (of: number, act: string, fields: Record<string, string>) =>
  done(nadia.post(`/desk/thread/${of}/${act}`, fields));
const open = (title: string, category = 'villes') => world.thread({ category, title, text: `À propos : ${title}` });

it(
  'the log offers to undo what can be undone, and nothing that would be refused, to each of the team',
  async () => {
    // Corrected since, as a whole and after one of two moderators had agreed.
    const returned = await waits('Renvoyé puis corrigé');
    await decide(returned.id, { decision: 'return', remark: 'Un mot' });
    await done(world.visitor().post(`${returned.location}/correction`, { text: 'Corrigé', version: '1' }));
    await world.db.owner.query(`update category set agreement = 2 where slug = 'villes'`);
    const agreed = await waits('Un premier accord');
    await decide(agreed.id, { decision: 'accept' });
    await done(world.visitor().post(`${agreed.location}/correction`, { text: 'Encore corrigé', version: '1' }));
    await world.db.owner.query(`update category set agreement = 1 where slug = 'villes'`);
    // Accepted, refused; accepted and withdrawn; taken down and withdrawn.
    for (const [text, fields] of [
      ['Un accepté', { decision: 'accept' }],
      ['Un refusé', { decision: 'refuse', reason: 'insult' }],
      ['Un indésirable', { decision: 'spam' }],
    ] as const)
      await decide((await waits(text)).id, fields);
    const withdrawn = await waits('Accepté puis retiré');
    await decide(withdrawn.id, { decision: 'accept' });
    await done(world.visitor().post(`${withdrawn.location}/withdrawal`));
    const down = await waits('Retiré par l’équipe puis par son auteur');
    await decide(down.id, { decision: 'accept' });
    const [{ number = 0 } = {}] = await world.writer.query<{ number: number }>(
      'select number from desk.submission where id = $1',
      [down.id],
    );
    await done(nadia.post(`/desk/thread/${thread}/posts/${number}/removal`, { reason: 'other', remark: '' }));
    await done(world.visitor().post(`${down.location}/withdrawal`));
    // A report that was judged, and another one since.
    const report = () =>
      done(
        world.visitor().post(`/thread/${thread}/posts/1/report`, { reason: 'other', remark: 'Voyez.', key: key() }),
        200,
      );
    await report();
    const [first] = await world.writer.query<{ id: string }>(
      `select id from desk.submission where kind = 'report' and status = 'waiting'`,
    );
    await decide(first?.id ?? '', { decision: 'accept' });
    await report();
    // A text of a member's page that was refused, and another one that waits.
    const own = world.visitor(ada.cookie);
    await done(own.post('/me/profile', { text: 'Je suis Ada.', key: key() }));
    const [page] = await world.writer.query<{ id: string }>(
      `select id from desk.submission where kind = 'profile' and status = 'waiting'`,
    );
    await decide(page?.id ?? '', { decision: 'refuse', reason: 'insult' });
    await done(own.post('/me/profile', { text: 'Je suis encore Ada.', key: key() }));
    // Threads: pinned and then elsewhere; locked and then merged; unpinned where too many are pinned.
    const pinned = await open('Épinglé');
    await at(pinned, 'pin', { pinned: 'yes' });
    await at(pinned, 'category', { from: 'villes', category: 'autre', action: 'do' });
    const [merged, into] = [await open('Fondu'), await open('Qui reste')];
    await at(merged, 'lock', { locked: 'yes' });
    await at(merged, 'merge', { to: String(into), action: 'do' });
    const unpinned = await open('Désépinglé');
    await at(unpinned, 'pin', { pinned: 'yes' });
    await at(unpinned, 'pin', { pinned: 'no' });
    for (let n = 0; n < 5; n++) await at(await open(`Épinglé ${n}`), 'pin', { pinned: 'yes' });
    // Two were split off, and something was written in one of them since.
    for (const posted of [true, false]) {
      const from = await open(`Coupé ${posted}`);
      await world.reply(from, `Ce qui part ${posted}`);
      const where = { number: '2', where: 'new', title: `La suite ${posted}`, category: 'villes', action: 'do' };
      await at(from, 'move', where);
      const [suite] = await world.reader.query<{ id: number }>('select id from thread where title = $1', [
        where.title,
      ]);
      if (posted) await world.reply(suite?.id ?? 0, 'Écrit depuis');
    }
    // Came to where more people read, with something that was published for fewer.
    const narrow = await open('Pour tous, puis pour les membres');
    await at(narrow, 'category', { from: 'villes', category: 'cercle', action: 'do' });
    await world.reply(narrow, 'Dit entre nous', ada.visitor);
    // A workshop that left a category which takes none any more.
    const workshop = await world.workshop({ category: 'villes', title: 'Un atelier' });
    await world.db.owner.query(`update category set takes = '{thread,workshop}' where slug = 'autre'`);
    await at(workshop, 'category', { from: 'villes', category: 'autre', action: 'do' });
    await world.db.owner.query(`update category set takes = '{thread}' where slug = 'villes'`);
    // Out of the reach of who moderates « Villes » alone.
    const gone = await open('Parti');
    await at(gone, 'lock', { locked: 'yes' });
    await at(gone, 'category', { from: 'villes', category: 'autre', action: 'do' });
    // One of the team, whom only an administrator suspends; and a member, let in again and suspended by the command
    // line.
    await world.member('Mo', { role: 'moderator' });
    const suspend = { length: 'week', day: '', why: 'Trois insultes.' };
    await done(administrator.post('/desk/members/Mo/suspension', suspend));
    await done(nadia.post('/desk/members/Ada/suspension', suspend));
    await done(nadia.post('/desk/members/Ada/reinstatement'));
    await world.db.owner.query('update private.account set suspended_at = $2 where member_id = $1', [
      ada.id,
      world.clock.now(),
    ]);

    const all = await triedUndoings(world);
    expect(wronglyOffered(all)).toEqual([]);
    expect(all.filter(({ offered }) => offered).length).toBeGreaterThan(20);
    expect([...new Set(all.map(({ refused }) => refused))].filter((code) => code !== null).sort()).toEqual(
      [
        'cannot-undo',
        'corrected-since',
        'decided-since',
        'facts-stay',
        'may-not-suspend',
        'moved-since',
        'not-found',
        'posted-since',
        'profile-waits',
        'too-many-pinned',
        'withdrawn-since',
      ].sort(),
    );
  },
  LONG,
);
