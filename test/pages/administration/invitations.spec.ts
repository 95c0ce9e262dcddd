import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Roles } from '../../../src/members/roles.js';
import type { Answer, Browsing } from '../../browsing.js';
import { formWith } from '../../form.js';
import { openWorld, type Person, type World } from '../../world.js';

const PASSWORD = 'la cabane au fond du bois';
const DAY = 86_400_000;

let world: World;
let ada: Person;
let visiting: Browsing;
let categories: Record<'villes' | 'gares', string>;

beforeAll(async () => {
  world = await openWorld();
  categories = {
    villes: String(await world.category({ slug: 'villes', name: 'Villes' })),
    gares: String(await world.category({ slug: 'gares', name: 'Gares' })),
  };
  ada = await world.member('Ada', { role: 'administrator' });
  visiting = world.visitor(ada.cookie);
});
afterAll(() => world.close());

/** The path of a new link. */
async function invite(fields: Record<string, string>, by = visiting): Promise<string> {
  const answer = await by.post('/invitations', fields);
  expect(answer.status).toBe(200);
  const link = answer.html().querySelector('#f-link')?.text.trim() ?? '';
  expect(link).toMatch(new RegExp(`^${world.url}/invitation/[\\w-]{32}$`));
  return new URL(link).pathname;
}

async function memberNamed(name: string) {
  const [row] = await world.writer.query<{ id: number; role: string; categories: number[] }>(
    `select id, role, array(select category_id from desk.moderator_category where member_id = m.id) as categories
      from member m where name = $1`,
    [name],
  );
  return row;
}

async function acts(): Promise<string[]> {
  const rows = await world.writer.query<{ act: string; by: string; role: string | null }>(
    `select act, member_name as by, detail ->> 'role' as role from desk.administration order by id`,
  );
  return rows.map(({ act, by, role }) => [by, act, role].filter((part) => part !== null).join(' '));
}

describe('an invitation', () => {
  it('gives a guest an account with its role and its categories, once, and the log says so', async () => {
    const path = await invite({ role: 'moderator', categories: categories.villes });
    const hash = await world.writer.query<{ hash: string }>(
      `select encode(token_hash, 'hex') as hash from private.invitation`,
    );
    expect(hash[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
    const guest = world.visitor();
    const form = await guest.get(path);
    expect(form.status).toBe(200);
    for (const words of ['Ada vous propose un rôle', 'modération', 'Villes', 'une fois'])
      expect(form.text).toContain(words);
    expect(form.headers.get('cache-control')).toBe('no-store');
    expect(form.html().querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');

    const wrong = await guest.post(path, { name: 'Omar', password: 'court' });
    expect(wrong.status).toBe(422);
    expect(wrong.html().querySelector('[name="name"]')?.getAttribute('value')).toBe('Omar');
    expect((await guest.post(path, { name: 'Omar', password: PASSWORD, role: 'administrator' })).status).toBe(422);

    const joined = await guest.post(path, { name: 'Omar', password: PASSWORD });
    expect(joined.status).toBe(200);
    expect(joined.html().querySelectorAll('.codes li')).toHaveLength(8);
    expect(await memberNamed('Omar')).toMatchObject({ role: 'moderator', categories: [Number(categories.villes)] });
    const cookie = joined.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await world.visitor(cookie).get('/desk')).status).toBe(200);

    for (const again of [
      await world.visitor().get(path),
      await world.visitor().post(path, { name: 'Paul', password: PASSWORD }),
    ]) {
      expect(again.status).toBe(404);
      expect(again.text).toContain('Ce lien d’invitation a déjà servi');
    }
    expect(await acts()).toEqual(['Ada invitation-made moderator', 'Omar invitation-used moderator']);
    expect((await visiting.get('/categories')).text).toContain('invitation acceptée');
  });

  it('gives its role to the account of whoever is logged in, ends their other sessions and keeps this one', async () => {
    const zoe = await world.member('Zoé');
    const path = await invite({ role: 'organizer' });
    const page = await world.visitor(zoe.cookie).get(path);
    expect(page.text).toContain('connecté·e en tant que Zoé');
    expect(page.html().querySelector('[name="password"]')).toBeNull();
    const taken = await world.visitor(zoe.cookie).post(path);
    expect([taken.status, taken.location]).toEqual([303, '/']);
    expect(await memberNamed('Zoé')).toMatchObject({ role: 'organizer' });
    expect((await world.visitor(zoe.cookie).get('/me')).status).toBe(303);
    const cookie = taken.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await world.visitor(cookie).get('/me')).status).toBe(200);
  });

  it('never takes a right away from whoever opens it, and stays good', async () => {
    const path = await invite({ role: 'moderator', everywhere: 'yes' });
    expect((await visiting.get(path)).text).toContain('ne donnerait rien de plus');
    expect((await visiting.post(path)).status).toBe(403);
    expect(await memberNamed('Ada')).toMatchObject({ role: 'administrator' });
    expect((await world.visitor().get(path)).status).toBe(200);
  });

  it('is used by one of ten who have it', async () => {
    const path = await invite({ role: 'member' });
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        world.visitor().post(path, { name: `Personne ${'abcdefghij'[n]}`, password: PASSWORD }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => [200, 404, 429].includes(status))).toBe(true);
  });

  it('ends after seven days, when it is revoked, and when its maker is no administrator any more', async () => {
    const [late, revoked] = [
      await invite({ role: 'organizer' }),
      await invite({ role: 'moderator', everywhere: 'yes' }),
    ];
    const line = (await visiting.get('/invitations')).html().querySelector('.invited');
    const id = line?.querySelector('[name="invitation"]')?.getAttribute('value') ?? '';
    const answer = await visiting.post('/invitations', { action: 'revoke', invitation: id });
    expect([answer.status, answer.location]).toEqual([303, '/invitations?saved=yes']);
    expect((await visiting.post('/invitations', { action: 'revoke', invitation: id })).status).toBe(303);
    expect((await world.visitor().get(revoked)).status).toBe(404);
    expect((await acts()).filter((act) => act === 'Ada invitation-revoked')).toHaveLength(1);

    const rosa = await world.member('Rosa', { role: 'administrator' });
    const hers = await invite({ role: 'moderator', everywhere: 'yes' }, world.visitor(rosa.cookie));
    await world.app.get(Roles, { strict: false }).change(rosa.id, 'member', world.clock.now());
    expect((await world.visitor().get(hers)).status).toBe(404);

    world.clock.advance(7 * DAY - 1_000);
    expect((await world.visitor().get(late)).status).toBe(200);
    world.clock.advance(1_000);
    expect((await world.visitor().get(late)).status).toBe(404);
    expect((await world.visitor().post(late, { name: 'Retard', password: PASSWORD })).status).toBe(404);
  });

  it('gives the least unless more is chosen: a moderator has a category, or all of them by a tick of its own', async () => {
    const roleIn = (page: Answer): string | undefined =>
      page.html().querySelector('[name="role"] [selected]')?.getAttribute('value');
    const by = world.visitor((await world.member('Réjane', { role: 'administrator' })).cookie);
    expect(roleIn(await by.get('/invitations'))).toBe('member');
    const nowhere = await by.post('/invitations', { role: 'moderator' });
    expect(nowhere.status).toBe(422);
    expect(nowhere.html().querySelector('.limits .why')?.text).toContain('choisissez une catégorie');
    expect(roleIn(nowhere)).toBe('moderator');
    const wrong = await by.post('/invitations', { role: 'oracle', categories: categories.gares });
    expect(formWith(wrong.html(), 'role').fields).toMatchObject({ categories: categories.gares });
    for (const [fields, words] of [
      [{ categories: categories.gares }, 'Gares'],
      [{ everywhere: 'yes' }, 'modération'],
    ] as const) {
      const path = await invite({ role: 'moderator', ...fields }, by);
      expect((await world.visitor().get(path)).text).toContain(words);
    }
  });

  it('is made by administrators alone, and never of administration', async () => {
    const fresh = await world.member('Rita', { role: 'administrator' });
    const hers = world.visitor(fresh.cookie);
    const refused: Record<string, string>[] = [
      { role: 'administrator' },
      {},
      { role: 'moderator', categories: '9999' },
      { role: 'moderator', everywhere: 'no' },
      { action: 'revoke' },
    ];
    for (const fields of refused) expect((await hers.post('/invitations', fields)).status).toBe(422);
    for (const role of ['member', 'moderator', 'organizer'] as const) {
      const other = world.visitor((await world.member(`Un ${role}`, { role })).cookie);
      expect((await other.get('/invitations')).status).toBe(404);
      expect((await other.post('/invitations', { role: 'member' })).status).toBe(404);
    }
  });
});

describe('a new administrator', () => {
  it('finds the first steps at the site’s page, each with its place, and what is done', async () => {
    const rita = world.visitor((await world.member('Régine', { role: 'administrator' })).cookie);
    const steps = (await rita.get('/site')).html().querySelector('.first-steps');
    expect(steps?.querySelectorAll('a').map((link) => link.getAttribute('href'))).toEqual([
      '/categories',
      '/categories',
      '#f-charter',
      '/invitations',
    ]);
    expect(steps?.text).toContain('SMTP_URL');
    expect(steps?.hasAttribute('open')).toBe(true);
    const done = () =>
      rita.get('/site').then((page) =>
        page
          .html()
          .querySelectorAll('.first-steps li')
          .map((step) => step.text.includes('fait')),
      );
    expect(await done()).toEqual([false, false, false, true, false]);
    await rita.post('/site', { charter: 'On se parle.' });
    expect(await done()).toEqual([false, false, true, true, false]);
  });
});
