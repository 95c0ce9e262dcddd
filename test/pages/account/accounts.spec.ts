import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browsing } from '../../browsing.js';
import { openWorld, type Person, type World } from '../../world.js';

const PASSWORD = 'la cabane au fond du bois';

let world: World;
let ada: Person;

beforeAll(async () => {
  world = await openWorld();
  ada = await world.member('Ada');
});
afterAll(() => world.close());

async function isLoggedIn(browser: Browsing): Promise<boolean> {
  return (await browser.get('/me')).status === 200;
}

const register = (name: string, more: Record<string, string> = {}) =>
  world.visitor().post('/register', { name, password: PASSWORD, email: '', ...more });

describe('registering', () => {
  it('asks for a name and a password, shows eight recovery codes once, and logs in', async () => {
    const browser = world.visitor();
    expect((await browser.get('/register')).status).toBe(200);
    const answer = await browser.post('/register', { name: ' Léo  ', password: PASSWORD, email: 'leo@example.org' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const codes = answer
      .html()
      .querySelectorAll('.codes code')
      .map((code) => code.text);
    expect(new Set(codes).size).toBe(8);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await isLoggedIn(browser)).toBe(true);
    const {
      rows: [stored],
    } = await world.db.owner.query<{ member: object; account: object; codes: string }>(
      `select to_jsonb(m) as member, to_jsonb(a) as account, (select string_agg(encode(code_hash, 'escape'), ' ')
        from private.recovery_code where member_id = m.id) as codes
         from member m join private.account a on a.member_id = m.id where m.name = 'Léo'`,
    );
    expect(stored?.member).toMatchObject({ role: 'member', joined_on: '2026-11-22' });
    expect(stored?.account).toMatchObject({
      email: 'leo@example.org',
      password_hash: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/),
    });
    for (const code of codes) expect(stored?.codes).not.toContain(code);
  });

  it.each([
    ['ADA', 'another case'],
    ['Àdá', 'accents'],
    ['A.d-a', 'points and hyphens'],
    ['Аda', 'a Cyrillic letter'],
    ['Ａｄａ', 'wide letters'],
    ['А', 'too short'],
    ['x'.repeat(41), 'too long'],
    ['a\u202Eda', 'a sign that turns the text around'],
    ['a\u200Bda', 'an invisible sign'],
    ['Modération', 'a reserved name'],
    ['M0deration', 'what looks like a reserved name'],
    ['<b>Zoé</b>', 'markup'],
    ['Zoé@example.org', 'an address'],
    ['z\u0335\u0335\u0335\u0335oé', 'piled-up marks'],
    ['../me', 'a path'],
    ['...', 'no letter'],
  ])('refuses the name %j: %s', async (name) => {
    const answer = await register(name);
    expect(answer.status).toBe(422);
    expect(answer.html().querySelector('#f-name-why')).not.toBeNull();
  });

  it.each(['Anaïs', 'Jean-Marc O’Neil', 'Ζωή', 'Борис', '名無し', 'R2 D2', 'محمد'])(
    'takes the name %s',
    async (name) => {
      expect((await register(name)).status).toBe(200);
    },
  );

  it('refuses passwords that are short, enormous or the first to be tried', async () => {
    for (const password of [
      'neuf chif',
      'x'.repeat(201),
      'aaaaaaaaaaaa',
      '0123456789',
      'motdepasse2026',
      'azertyuiop',
    ]) {
      const answer = await world.visitor().post('/register', { name: 'Irène', password });
      expect([password, answer.status]).toEqual([password, 422]);
      expect(answer.text).not.toContain(password);
    }
    expect((await world.visitor().post('/register', { name: 'Irène Joliot', password: 'irenejoliot' })).status).toBe(
      422,
    );
  });

  it('takes no field that is not on the form, and no list for a text', async () => {
    expect((await register('Chipie', { role: 'administrator' })).status).toBe(422);
    const lists = await world.visitor().post('/register?name=Autre', { 'name[]': 'Chipie', password: PASSWORD });
    expect(lists.status).toBe(422);
    const { rows } = await world.db.owner.query("select 1 from member where name = 'Chipie'");
    expect(rows).toEqual([]);
  });

  it('gives a name to one of twenty who want it at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => register(n % 2 === 0 ? 'Hypatie' : 'HYPATIE')),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(19);
  });

  it('leads back to where the visitor came from, and nowhere else', async () => {
    const inside = await register('Retour Un', { back: '/thread/1/un-sujet?page=2#post-3' });
    expect(inside.html().querySelector('.acts a')?.getAttribute('href')).toBe('/thread/1/un-sujet?page=2#post-3');
    const outside = await register('Retour Deux', { back: '//evil.example/' });
    expect(outside.html().querySelector('.acts a')?.getAttribute('href')).toBe('/');
  });
});

describe('logging in', () => {
  it('leads home, or back to where one came from', async () => {
    const home = await world.visitor().post('/login', { name: 'Ada', password: ada.password });
    expect([home.status, home.location]).toEqual([303, '/']);
    const back = await world
      .visitor()
      .post('/login', { name: ' ada ', password: ada.password, back: '/recent?before=x' });
    expect([back.status, back.location]).toEqual([303, '/recent?before=x']);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/%09//evil.example/..//x',
    '\u00a0//x',
  ])('never leads to %j', async (back) => {
    const answer = await world.visitor().post('/login', { name: 'Ada', password: ada.password, back });
    expect(answer.status).toBe(303);
    const target = new URL(answer.location ?? '', world.url);
    expect(target.origin).toBe(world.url);
  });

  it('sets a cookie for the session and one for the browser: opaque, for the server alone, for this site alone', async () => {
    const answer = await world.visitor().post('/login', { name: 'Ada', password: ada.password });
    const cookies = answer.headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    expect(cookies[1]).toMatch(
      /^palabre-known=[\w-]{22}\.\d{10}\.[\w-]{43}; Max-Age=31536000; Path=\/login; HttpOnly; SameSite=Lax$/,
    );
    expect(cookies[0]).toMatch(/^palabre=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    const token = cookies[0]?.slice(8, 51) ?? '';
    const { rows } = await world.db.owner.query<{ dump: string }>(
      'select string_agg(to_jsonb(s)::text, chr(10)) as dump from private.session s',
    );
    expect(rows[0]?.dump).not.toContain(token);
    expect(rows[0]?.dump).toContain('2026-11-22');
  });

  it('answers a wrong password and an unknown name with the same bytes', async () => {
    const answers = await Promise.all(
      ['Ada', 'Personne'].map(async (name) =>
        world.visitor().post('/login', { name, password: 'ce n’est pas le bon' }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(answers[0]?.html().querySelector('[role="alert"]')?.text).toContain('ne vont pas ensemble');
    const [known, unknown] = answers.map(({ text, headers }) => ({
      text: text.replaceAll('Personne', 'Ada'),
      headers: [...headers].filter(([name]) => name !== 'date' && name !== 'content-length'),
    }));
    expect(known).toEqual(unknown);
    expect(answers[0]?.text).toContain('ne vont pas ensemble');
  });

  it('takes as long for an unknown name as for a wrong password', async () => {
    const least = { Ada: Infinity, Personne: Infinity };
    for (let n = 0; n < 20; n++) {
      for (const name of ['Ada', 'Personne'] as const) {
        const before = process.cpuUsage();
        await world.visitor().post('/login', { name, password: 'ce n’est pas le bon' });
        // The time of the processor, and not the one by the clock, in which others have it, too.
        const { user, system } = process.cpuUsage(before);
        least[name] = Math.min(least[name], user + system);
      }
    }
    // Hashing takes some 10 ms of the 12 or so: left out for unknown names, it would show many times over.
    expect(least.Personne / least.Ada).toBeGreaterThan(0.6);
    expect(least.Personne / least.Ada).toBeLessThan(1.6);
  });

  it('gives a new token each time and ends the session that the browser had', async () => {
    const browser = world.visitor();
    await browser.post('/login', { name: 'Ada', password: ada.password });
    const former = browser.cookie;
    await browser.post('/login', { name: 'Ada', password: ada.password });
    expect(browser.cookie).not.toBe(former);
    expect(await isLoggedIn(browser)).toBe(true);
    expect(await isLoggedIn(world.visitor(former))).toBe(false);
  });

  it('does not take over a token that somebody else put into the browser', async () => {
    const planted = `palabre=${'A'.repeat(43)}`;
    const browser = world.visitor(planted);
    await browser.post('/login', { name: 'Ada', password: ada.password });
    expect(browser.cookie).not.toBe(planted);
    expect(await isLoggedIn(world.visitor(planted))).toBe(false);
  });

  it('reads name and password from the form only', async () => {
    const query = await world.visitor().post(`/login?name=Ada&password=${encodeURIComponent(ada.password)}`);
    expect(query.status).toBe(422);
    expect(query.headers.getSetCookie()).toEqual([]);
  });

  it('sends members who ask for the form home, and guests who ask for their page to the form', async () => {
    expect((await world.visitor(ada.cookie).get('/login')).location).toBe('/');
    expect((await world.visitor().get('/me?saved=yes')).location).toBe('/login?back=%2Fme%3Fsaved%3Dyes');
    expect((await world.visitor().post('/me', { language: 'en' })).status).toBe(403);
  });
});

describe('logging out', () => {
  it('ends the session in the database, and tells the browser to forget the cookie', async () => {
    const browser = world.visitor();
    await browser.post('/login', { name: 'Ada', password: ada.password });
    const former = browser.cookie;
    const answer = await browser.post('/logout');
    expect([answer.status, answer.location]).toEqual([303, '/']);
    expect(answer.headers.get('clear-site-data')).toBe('"cache"');
    expect(browser.cookie).toBe('');
    expect(await isLoggedIn(world.visitor(former))).toBe(false);
  });

  it('is not done by a link', async () => {
    const answer = await world.visitor(ada.cookie).get('/logout');
    expect(answer.status).toBe(404);
    expect(await isLoggedIn(world.visitor(ada.cookie))).toBe(true);
  });
});

describe('a session', () => {
  it('lives fourteen days after the last visit, and thirty at most', async () => {
    const browser = world.visitor(await world.session(ada.id));
    const day = 86_400_000;
    const start = world.clock.now();
    try {
      world.clock.advance(13 * day);
      expect(await isLoggedIn(browser)).toBe(true);
      world.clock.advance(13 * day);
      expect(await isLoggedIn(browser)).toBe(true);
      world.clock.advance(5 * day);
      expect(await isLoggedIn(browser)).toBe(false);
    } finally {
      world.clock.set(start);
    }
  });

  it('lives seven days at most for the team', async () => {
    const nadia = await world.member('Nadia', { role: 'moderator' });
    const browser = world.visitor();
    await browser.post('/login', { name: 'Nadia', password: nadia.password });
    const start = world.clock.now();
    try {
      world.clock.advance(6.9 * 86_400_000);
      expect(await isLoggedIn(browser)).toBe(true);
      world.clock.advance(0.2 * 86_400_000);
      expect(await isLoggedIn(browser)).toBe(false);
    } finally {
      world.clock.set(start);
    }
  });

  it('costs no query while its member looks around', async () => {
    const browser = world.visitor(await world.session(ada.id));
    const asked = async (): Promise<number> => {
      // Counts of what was asked come in within a second.
      await new Promise((resolve) => setTimeout(resolve, 1100));
      const { rows } = await world.db.owner.query<{ scans: string }>(
        `select coalesce(sum(idx_scan), 0) as scans from pg_stat_user_tables where relname = 'session'`,
      );
      return Number(rows[0]?.scans);
    };
    const before = await asked();
    await browser.get('/login');
    const first = await asked();
    expect(first).toBeGreaterThan(before);
    for (let n = 0; n < 5; n++) expect((await browser.get('/login')).location).toBe('/');
    expect(await asked()).toBe(first);
  });
});
