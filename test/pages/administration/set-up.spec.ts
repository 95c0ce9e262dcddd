import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SetUpLink } from '../../../src/members/set-up-link.js';
import { openWorld, type World } from '../../world.js';

const CHOICES = {
  site: 'Le Tilleul',
  description: 'On se parle',
  language: 'fr',
  timeZone: 'Europe/Paris',
  name: 'Solène',
  password: 'le jardin des délices',
  email: '',
};

describe('a forum that nobody has set up', () => {
  let world: World;
  let token: string;

  beforeAll(async () => {
    world = await openWorld({ bare: true });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    token = (await world.app.get(SetUpLink, { strict: false }).issue(world.clock.now())) ?? '';
  });

  it('says so at its address, with 200, and is well', async () => {
    const home = await world.visitor().get('/');
    expect(home.status).toBe(200);
    expect(home.text).toContain('Le forum n’est pas encore installé');
    expect(home.headers.get('cache-control')).toBe('no-store');
    expect((await world.visitor().get('/healthz')).status).toBe(200);
  });

  it('opens nothing else', async () => {
    for (const path of ['/register', '/login', '/recent', '/me', '/recovery'])
      expect([path, (await world.visitor().get(path)).status]).toEqual([path, 503]);
    const registered = await world.visitor().post('/register', { name: 'Trop Tôt', password: CHOICES.password });
    expect(registered.status).toBe(503);
    const { rows } = await world.db.owner.query('select 1 from member');
    expect(rows).toEqual([]);
  });

  it('shows the form of its link, and a clear page for any other link', async () => {
    const form = await world.visitor().get(`/set-up/${token}`);
    expect(form.status).toBe(200);
    expect(
      form
        .html()
        .querySelectorAll('form [name]')
        .map((field) => field.getAttribute('name') ?? '')
        .sort(),
    ).toEqual(['description', 'language', 'name', 'password', 'site', 'timeZone']);
    // The site's name can't be changed later.
    expect(form.text).toMatch(/Les catégories et les rôles se changent ensuite/);
    for (const wrong of ['nothing', 'A'.repeat(32), '%00']) {
      const answer = await world.visitor().get(`/set-up/${wrong}`);
      expect([wrong, answer.status]).toEqual([wrong, 404]);
    }
    expect((await world.visitor().get('/set-up/nothing')).text).toContain('Ce lien d’installation a déjà servi');
  });

  it('forgets a link after an hour, and when a new one is printed', async () => {
    const link = world.app.get(SetUpLink, { strict: false });
    const newer = (await link.issue(world.clock.now())) ?? '';
    expect((await world.visitor().get(`/set-up/${token}`)).status).toBe(404);
    world.clock.advance(3_599_000);
    expect((await world.visitor().get(`/set-up/${newer}`)).status).toBe(200);
    world.clock.advance(2_000);
    expect((await world.visitor().get(`/set-up/${newer}`)).status).toBe(404);
    expect((await world.visitor().post(`/set-up/${newer}`, CHOICES)).status).toBe(404);
  });

  it('gives back what was typed when a field is wrong, and keeps the link', async () => {
    const answer = await world
      .visitor()
      .post(`/set-up/${token}`, { ...CHOICES, timeZone: 'Europe/Nulle-Part', password: 'court' });
    expect(answer.status).toBe(422);
    expect(answer.html().querySelector('[name=site]')?.getAttribute('value')).toBe('Le Tilleul');
    expect(answer.text).toContain('ce fuseau horaire n’existe pas');
    expect(answer.text).toContain('un mot de passe a au moins');
    expect(answer.text).not.toContain('court"');
    expect((await world.visitor().get(`/set-up/${token}`)).status).toBe(200);
  });

  it('gets one administrator from fifty who come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        world.visitor().post(`/set-up/${token}`, {
          ...CHOICES,
          name: `Solène ${'abcdefghij'[n % 10]}${'klmnopqrst'[Math.floor(n / 10)]}`,
        }),
      ),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    // Those whom the link had already left are told so; more hashing than the machine can do is put off.
    expect(
      answers.filter(({ status }) => status !== 200).every(({ status }) => status === 404 || status === 429),
    ).toBe(true);
    const { rows } = await world.db.owner.query(
      'select m.role, (select count(*)::int from site where set_up_at is not null) as sites from member m',
    );
    expect(rows).toEqual([{ role: 'administrator', sites: 1 }]);
    expect(won[0]?.html().querySelectorAll('.codes li')).toHaveLength(8);
    expect(won[0]?.text).toContain('Le Tilleul');

    const { rows: categories } = await world.db.owner.query<{ slug: string }>(
      'select slug from category order by position',
    );
    expect(categories.map(({ slug }) => slug)).toEqual(['annonces', 'discussions', 'le-forum']);
    expect((await world.visitor().get(`/set-up/${token}`)).status).toBe(404);
    expect(await world.app.get(SetUpLink, { strict: false }).issue(world.clock.now())).toBeNull();
    expect((await world.visitor().get('/login')).status).toBe(200);

    const cookie = won[0]?.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await world.visitor(cookie).get('/members')).status).toBe(200);
  });
});
