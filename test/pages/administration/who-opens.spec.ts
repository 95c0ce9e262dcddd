import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SetUpLink } from '../../../src/members/set-up-link.js';
import { formWith } from '../../form.js';
import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let odile: Person;
let solveig: Person;
let amina: Person;
let id: number;

beforeAll(async () => {
  world = await openWorld();
  id = await world.category({ slug: 'annonces' });
  odile = await world.member('Odile', { role: 'administrator' });
  solveig = await world.member('Solveig', { role: 'organizer' });
  amina = await world.member('Amina');
});
afterAll(() => world.close());

const opens = async () => (await world.db.owner.query('select opens from category where id = $1', [id])).rows[0];
const offered = async (who: Person | null) =>
  (await Promise.all(['/', '/category/annonces'].map((path) => world.visitor(who?.cookie).get(path)))).map((page) =>
    page.text.includes('/category/annonces/threads/new'),
  );

describe('a category in which the team alone opens threads', () => {
  it('is one by a box of its settings, which keep the choice when a form leaves it out', async () => {
    const by = world.visitor(odile.cookie);
    const { action, fields } = formWith((await by.get(`/categories/${id}`)).html(), 'closesAfter');
    const kept = { ...fields, hold: 'nobody', agreement: '1', edits: 'as-posts', audience: 'everyone' };
    expect((await by.post(action, { ...kept, opens: 'team' })).status).toBe(303);
    expect(await opens()).toEqual({ opens: 'team' });
    const { opens: _left, ...without } = kept as Record<string, string>;
    expect((await by.post(action, without)).status).toBe(303);
    expect(await opens()).toEqual({ opens: 'team' });
    const box = (await by.get(`/categories/${id}`)).html().querySelector('[name="opens"][type="checkbox"]');
    expect(box?.hasAttribute('checked')).toBe(true);
    expect((await by.post(action, { ...kept, opens: 'personne' })).status).toBe(422);
  });

  it('offers it to the team and organizers, refuses it to all others, and takes answers from everyone', async () => {
    await until(async () => expect(await offered(amina)).toEqual([false, false]));
    expect(await offered(null)).toEqual([false, false]);
    for (const who of [odile, solveig]) expect((await offered(who))[1]).toBe(true);
    const sent = { title: 'Une annonce', text: 'Bonjour à vous.', key: 'cle-de-test-annonce' };
    for (const who of [null, amina]) {
      expect((await world.visitor(who?.cookie).get('/category/annonces/threads/new')).status).toBe(403);
      const answer = await world.visitor(who?.cookie).post('/category/annonces/threads', sent);
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('Bonjour à vous.');
    }
    const opened = await world.visitor(solveig.cookie).post('/category/annonces/threads', sent);
    expect(opened.location).toMatch(/^\/thread\/\d+/);
    const thread = /\d+/.exec(opened.location ?? '')?.[0] ?? '';
    const answer = await world
      .visitor(amina.cookie)
      .post(`/thread/${thread}/replies`, { text: 'Merci !', key: 'cle-de-test-reponse' });
    expect(answer.location).toMatch(new RegExp(`^/thread/${thread}`));
  });

  it('is the first category of a new forum, and the only one', async () => {
    const bare = await openWorld({ bare: true });
    const token = (await bare.app.get(SetUpLink, { strict: false }).issue(bare.clock.now())) ?? '';
    const fields = {
      site: 'Neuf',
      language: 'fr',
      timeZone: 'Europe/Paris',
      name: 'Odile',
      password: 'un mot de passe assez long',
    };
    expect((await bare.visitor().post(`/set-up/${token}`, fields)).status).toBe(200);
    const { rows } = await bare.db.owner.query('select slug from category where opens = $1', ['team']);
    await bare.close();
    expect(rows).toEqual([{ slug: 'annonces' }]);
  });
});
