import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NewsWire } from '../../../src/events/news-wire.js';
import { Roles } from '../../../src/members/roles.js';
import type { Browsing } from '../../browsing.js';
import { openWorld, type Person, type World } from '../../world.js';

const PASSWORD = 'la cabane au fond du bois';

let world: World;
let root: Person;

beforeAll(async () => {
  world = await openWorld();
  root = await world.member('Rosa', { role: 'administrator' });
});
afterAll(() => world.close());

async function isLoggedIn(browser: Browsing): Promise<boolean> {
  return (await browser.get('/me')).status === 200;
}

async function registered(name: string): Promise<{ browser: Browsing; codes: string[] }> {
  const browser = world.visitor();
  const answer = await browser.post('/register', { name, password: PASSWORD });
  return {
    browser,
    codes: answer
      .html()
      .querySelectorAll('.codes code')
      .map((code) => code.text),
  };
}

async function idOf(name: string): Promise<number> {
  const { rows } = await world.db.owner.query<{ id: number }>('select id from member where name = $1', [name]);
  return rows[0]?.id ?? 0;
}

describe('a recovery code', () => {
  it('gives a new password once, however it is typed, and ends all sessions', async () => {
    const { browser, codes } = await registered('Emma');
    const typed = ` ${codes[0]?.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    const fields = { name: 'emma', code: typed, password: 'un tout autre secret' };
    const answer = await world.visitor().post('/recovery', fields);
    expect([answer.status, answer.location]).toEqual([303, '/login?recovered=yes']);
    expect((await world.visitor().get(answer.location ?? '')).html().querySelector('[role="status"]')?.text).toContain(
      'mot de passe est changé',
    );
    expect((await world.visitor().get('/login?recovered=no')).html().querySelector('[role="status"]')).toBeNull();
    expect(await isLoggedIn(browser)).toBe(false);
    expect((await world.visitor().post('/login', { name: 'Emma', password: PASSWORD })).status).toBe(401);
    expect((await world.visitor().post('/login', { name: 'Emma', password: 'un tout autre secret' })).status).toBe(
      303,
    );
    expect((await world.visitor().post('/recovery', fields)).status).toBe(422);
  });

  it('is used by one of twenty who have it', async () => {
    const { codes } = await registered('Flora');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        world
          .visitor()
          .post('/recovery', { name: 'Flora', code: codes[1] ?? '', password: `secret numéro ${n} de vingt` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  it('tells nobody whether a name exists', async () => {
    const [known, unknown] = await Promise.all(
      ['Rosa', 'Personne'].map((name) =>
        world.visitor().post('/recovery', { name, code: 'ABCD-EFGH-JKMN-PQRS', password: PASSWORD }),
      ),
    );
    expect(known?.status).toBe(422);
    expect(unknown?.status).toBe(422);
    expect(known?.text.replaceAll('Rosa', 'Personne')).toBe(unknown?.text);
    expect(known?.text).not.toContain('ABCD-EFGH');
  });
});

describe('one’s own page', () => {
  it('shows what is known, and the language can be chosen', async () => {
    const { browser } = await registered('Gaël');
    const page = await browser.get('/me');
    expect(page.html().querySelector('html')?.getAttribute('lang')).toBe('fr');
    expect(page.text).toContain('Vous êtes Gaël.');
    expect(page.headers.get('cache-control')).toBe('no-store');

    const answer = await browser.post('/me', { language: 'en' });
    expect([answer.status, answer.location]).toEqual([303, '/me?saved=yes']);
    const english = await browser.get('/me?saved=yes');
    expect(english.html().querySelector('html')?.getAttribute('lang')).toBe('en');
    expect(english.html().querySelector('h1')?.text).toBe('My account');
    expect((await world.visitor().get('/login')).html().querySelector('html')?.getAttribute('lang')).toBe('fr');

    await browser.post('/me', { language: '' });
    expect((await browser.get('/me')).html().querySelector('html')?.getAttribute('lang')).toBe('fr');
    expect((await browser.post('/me', { language: 'de' })).status).toBe(422);
  });

  it('lists the open sessions and ends the others', async () => {
    const { browser } = await registered('Hugo');
    const other = world.visitor();
    await other.post('/login', { name: 'Hugo', password: PASSWORD });
    const list = (await browser.get('/me')).html().querySelectorAll('[aria-labelledby=sessions] li');
    expect(list).toHaveLength(2);
    expect(list[0]?.text).toContain('celle-ci');
    expect(list[1]?.text).not.toContain('celle-ci');
    expect((await browser.post('/me/sessions')).status).toBe(303);
    expect(await isLoggedIn(other)).toBe(false);
    expect(await isLoggedIn(browser)).toBe(true);
  });

  it('promises no mail where the forum sends none, and lets an address be taken away', async () => {
    const { browser } = await registered('Lou');
    await world.db.owner.query(
      `update private.account set email = 'lou@courriel.example' where member_id = (select id from member
        where name = 'Lou')`,
    );
    const page = await browser.get('/me/mail');
    expect(page.text).toContain('n’envoie pas de courriel');
    expect(page.html().querySelector('main input')).toBeNull();
    for (const path of ['/register', '/login'])
      expect((await world.visitor().get(path)).text).not.toContain('vous demandera');
    expect((await browser.post('/me/mail', { email: '' })).location).toBe('/me/mail?saved=yes');
    expect((await browser.get('/me/mail')).html().querySelector('main form')).toBeNull();
    expect((await browser.post('/me/mail', { email: 'ce n’est pas une adresse' })).status).toBe(422);
    expect((await browser.get('/me/notices')).text).toContain('Aucune notification');
  });

  it('leads to what the member has sent', async () => {
    const { browser } = await registered('Inès');
    expect((await browser.get('/me')).html().querySelector('a[href="/me/submissions"]')).not.toBeNull();
  });
});

describe('roles', () => {
  it('are given by administrators and by nobody else', async () => {
    const target = await world.member('Cible');
    const others = [
      null,
      await world.member('Membre'),
      await world.member('Modératrice Une', { role: 'moderator' }),
      await world.member('Organisatrice', { role: 'organizer' }),
    ];
    for (const other of others) {
      const browser = world.visitor(other?.cookie ?? null);
      expect((await browser.get('/members')).status).toBe(404);
      expect((await browser.post(`/members/${target.id}/role`, { role: 'administrator' })).status).toBe(404);
    }
    const { rows } = await world.db.owner.query('select role from member where id = $1', [target.id]);
    expect(rows).toEqual([{ role: 'member' }]);
    expect((await world.visitor(root.cookie).get('/members')).status).toBe(200);
  });

  it('take effect with a new log-in, and limit a moderator to categories', async () => {
    const [one, two] = [await world.category({ slug: 'une' }), await world.category({ slug: 'deux' })];
    const target = await world.member('Promue');
    const browser = world.visitor(target.cookie);
    expect(await isLoggedIn(browser)).toBe(true);
    const admin = world.visitor(root.cookie);
    const answer = await admin.post(`/members/${target.id}/role`, { role: 'moderator', categories: String(one) });
    expect([answer.status, answer.location]).toEqual([303, '/members?saved=yes']);
    expect(await isLoggedIn(browser)).toBe(false);
    const limits = async () =>
      (
        await world.db.owner.query(
          'select category_id as id from desk.moderator_category where member_id = $1 order by 1',
          [target.id],
        )
      ).rows;
    expect(await limits()).toEqual([{ id: one }]);
    const page = (await admin.get('/members')).html();
    const ticks = page
      .querySelectorAll(`form[action="/members/${target.id}/role"] input[checked]`)
      .map((tick) => tick.getAttribute('value'));
    expect(ticks).toEqual([String(one)]);

    await world.visitor(root.cookie).post(`/members/${target.id}/role`, { role: 'moderator' });
    expect(await limits()).toEqual([]);
    await world.app.get(Roles, { strict: false }).change(target.id, 'moderator', world.clock.now(), [one, two]);
    await world.app.get(Roles, { strict: false }).change(target.id, 'organizer', world.clock.now(), [one]);
    expect(await limits()).toEqual([]);
  });

  it('never make somebody a moderator of all because the categories that were named do not exist', async () => {
    const one = await world.category({ slug: 'bornee' });
    const target = await world.member('Bornée');
    const admin = world.visitor(root.cookie);
    expect((await admin.post(`/members/${target.id}/role`, { role: 'moderator', categories: '99999' })).status).toBe(
      422,
    );
    const roles = world.app.get(Roles, { strict: false });
    await expect(roles.change(target.id, 'moderator', world.clock.now(), [one, 99_999])).rejects.toThrow('invalid');
    expect((await world.visitor(target.cookie).get('/desk')).status).toBe(404);
    await roles.change(target.id, 'moderator', world.clock.now(), [one, one]);
  });

  it('never leave the forum without an administrator', async () => {
    const admin = world.visitor(root.cookie);
    const alone = await admin.post(`/members/${root.id}/role`, { role: 'member' });
    expect(alone.status).toBe(409);
    expect(alone.text).toContain('dernier compte d’administration');
    await expect(world.app.get(Roles, { strict: false }).suspend(root.id, world.clock.now())).rejects.toThrow(
      'last-administrator',
    );

    const second = await world.member('Seconde', { role: 'administrator' });
    for (let round = 0; round < 5; round++) {
      const roles = world.app.get(Roles, { strict: false });
      const outcomes = await Promise.allSettled([
        roles.change(second.id, 'member', world.clock.now()),
        roles.change(root.id, 'member', world.clock.now()),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      for (const id of [root.id, second.id]) await roles.change(id, 'administrator', world.clock.now());
    }
    await world.app.get(Roles, { strict: false }).change(second.id, 'member', world.clock.now());
  });

  it('are given with their categories in one form, which leads back to the list as it was', async () => {
    const vertes = String(await world.category({ slug: 'vertes', name: 'Vertes' }));
    const target = await world.member('Nouvelle Voix');
    const admin = world.visitor(await world.session(root.id));
    const row = (await admin.get('/members?q=nouvelle')).html().querySelector('.member');
    expect(row?.querySelectorAll(`[name="categories"][value="${vertes}"]`)).toHaveLength(1);
    const back = row?.querySelector('[name="back"]')?.getAttribute('value') ?? '';
    const answer = await admin.post(`/members/${target.id}/role`, { role: 'moderator', categories: vertes, back });
    expect([answer.status, answer.location]).toEqual([303, '/members?q=nouvelle&saved=yes']);
    expect((await admin.get('/members?q=nouvelle')).html().querySelector('.member .meta')?.text).toContain('Vertes');
    for (const elsewhere of ['https://ailleurs.example/', '/desk', '/members?role=nobody'])
      expect((await admin.post(`/members/${target.id}/role`, { role: 'member', back: elsewhere })).location).toBe(
        '/members?saved=yes',
      );
  });

  it('are found by part of a name, by role, and by the day of a session that still stands', async () => {
    const admin = world.visitor(await world.session(root.id));
    const names = async (query: string) =>
      (await admin.get(`/members?${query}`))
        .html()
        .querySelectorAll('.member-name b')
        .map((name) => name.text);
    await world.member('Zacharie Ancien');
    await world.member('Anaïs Récente');
    await world.member('Partie Oubliée', { role: 'organizer' });
    await world.db.owner.query(
      `update private.session s set seen_on = case m.name when 'Zacharie Ancien' then '2026-11-01'
        when 'Anaïs Récente' then '2026-11-20' end::date from member m
       where m.id = s.member_id and m.name in ('Zacharie Ancien', 'Anaïs Récente')`,
    );
    await world.db.owner.query(
      `delete from private.session s using member m where m.id = s.member_id and m.name = 'Partie Oubliée'`,
    );
    expect(await names('q=RECENTE')).toEqual(['Anaïs Récente']);
    expect(await names('q=zzz')).toEqual([]);
    expect(await names('role=organizer&q=oubliee')).toEqual(['Partie Oubliée']);
    expect(await names('role=moderator&q=oubliee')).toEqual([]);
    const seen = await names('sort=seen');
    const places = ['Anaïs Récente', 'Zacharie Ancien', 'Partie Oubliée'].map((name) => seen.indexOf(name));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    const text = (await admin.get('/members?q=an')).text;
    expect(text).toMatch(/vu·e le\s20\snov\.\s2026/);
    expect((await admin.get('/members?q=oubliee')).text).not.toContain('vu·e le');
    expect(
      (
        await world
          .visitor((await world.member('Curieuse', { role: 'moderator' })).cookie)
          .get('/desk/members/Anaïs%20Récente')
      ).text,
    ).not.toContain('vu·e le');
  });

  it('are listed by name, fifty at a time', async () => {
    const roles = world.visitor(await world.session(root.id));
    for (let n = 0; n < 60; n++) await world.member(`Élève ${String.fromCharCode(97 + (n % 26))}${n}`);
    const first = (await roles.get('/members')).html();
    const names = first.querySelectorAll('.member-name b').map((name) => name.text);
    expect(names).toHaveLength(50);
    expect(names).toEqual([...names].sort(new Intl.Collator('fr').compare));
    const next = first.querySelector('a[href^="/members?before="]')?.getAttribute('href') ?? '';
    const rest = (await roles.get(next))
      .html()
      .querySelectorAll('.member-name b')
      .map((name) => name.text);
    const { rows } = await world.db.owner.query<{ count: number }>('select count(*)::int as count from member');
    expect(new Set([...names, ...rest]).size).toBe(rows[0]?.count);
    const seen = async (path: string): Promise<string[]> => {
      const page = (await roles.get(path)).html();
      const found = page.querySelectorAll('.member-name b').map((name) => name.text);
      const more = page.querySelector('a[rel="next"]')?.getAttribute('href');
      return more === undefined ? found : [...found, ...(await seen(more))];
    };
    const bySeen = await seen('/members?sort=seen');
    expect([bySeen.length, new Set(bySeen).size]).toEqual([rows[0]?.count, rows[0]?.count]);
    expect((await roles.get('/members?before=x')).status).toBe(404);
  });
});

describe('a suspended member', () => {
  it('is logged out at once, cannot log in, and may come back', async () => {
    const target = await world.member('Suspendu');
    const browser = world.visitor(target.cookie);
    expect(await isLoggedIn(browser)).toBe(true);
    await world.app.get(Roles, { strict: false }).suspend(target.id, world.clock.now());
    const { rows } = await world.db.owner.query('select 1 from private.session where member_id = $1', [target.id]);
    expect(rows).toEqual([]);
    // Within two seconds, wherever it was done: at the command line it is another process.
    for (let tries = 0; tries < 20 && (await isLoggedIn(browser)); tries++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await isLoggedIn(browser)).toBe(false);

    const right = await world.visitor().post('/login', { name: 'Suspendu', password: target.password });
    expect(right.status).toBe(403);
    expect(right.text).toContain('Ce compte est suspendu');
    expect(right.headers.getSetCookie()).toEqual([]);
    const wrong = await world.visitor().post('/login', { name: 'Suspendu', password: 'ce n’est pas le bon' });
    expect(wrong.status).toBe(401);

    // Even a session that somehow stayed is worth nothing.
    const left = await world.session(target.id);
    expect(await isLoggedIn(world.visitor(left))).toBe(false);
    await world.app.get(Roles, { strict: false }).reinstate(target.id, world.clock.now());
    expect((await world.visitor().post('/login', { name: 'Suspendu', password: target.password })).status).toBe(303);
    expect(await idOf('Suspendu')).toBe(target.id);
  });
});

describe('a session that ended while the news were cut off', () => {
  it('is noticed at the first request after they are back', async () => {
    const target = await world.member('Sourde');
    const browser = world.visitor(target.cookie);
    expect(await isLoggedIn(browser)).toBe(true);
    const back = new Promise<void>((resolve) => world.app.get(NewsWire).onMissed(resolve));
    const { rows } = await world.db.owner.query<{ ended: boolean }>(
      `select pg_terminate_backend(pid) as ended from pg_stat_activity where datname = current_database()
        and query ilike 'listen %'`,
    );
    expect(rows).toEqual([{ ended: true }]);
    // Behind the back of the program, so that nothing but the database knows.
    await world.db.owner.query('delete from private.session where member_id = $1', [target.id]);
    await back;
    expect(await isLoggedIn(browser)).toBe(false);
  });
});

describe('a newcomer', () => {
  it('stops being one with the message that makes it so, in the session that is open', async () => {
    await world.category({ slug: 'accueil', hold: 'newcomers' });
    const thread = await world.thread({ category: 'accueil', title: 'Bienvenue à toutes', text: 'Présentez-vous' });
    const target = await world.member('Nouvelle');
    const browser = world.visitor(target.cookie);
    const send = async (n: number) => {
      await browser.post(`/thread/${thread}/replies`, {
        text: `Message numéro ${n}`,
        key: `cle-nouvelle-${n}-abcdef`,
      });
      const { rows } = await world.db.owner.query<{ status: string }>(
        'select status from desk.submission where source = $1',
        [`Message numéro ${n}`],
      );
      return rows[0]?.status;
    };
    expect(await send(0)).toBe('waiting');
    const admin = world.visitor(await world.session(root.id));
    const outcomes: (string | undefined)[] = [];
    for (let n = 1; n < 10 && outcomes.at(-1) !== 'published'; n++) {
      const card = (await admin.get('/desk')).html().querySelector('article[data-submission]');
      await admin.post(`/desk/submissions/${card?.getAttribute('data-submission')}/decision`, {
        decision: 'accept',
        version: '1',
      });
      // The news of it takes a moment to come back.
      await new Promise((resolve) => setTimeout(resolve, 200));
      outcomes.push(await send(n));
    }
    expect(outcomes.at(0)).toBe('waiting');
    expect(outcomes.at(-1)).toBe('published');
  });
});
