import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../src/config/read-config.js';
import { openWorld, type Person, type World } from '../../world.js';

const limits = {
  ...readConfig({}).limits,
  login: { points: 3, seconds: 60 },
  recovery: { points: 2, seconds: 60 },
  register: { points: 2, seconds: 60 },
  send: { points: 2, seconds: 60 },
  seats: { points: 7, seconds: 60 },
};
const WRONG = 'ce n’est pas le bon';

let world: World;
let ada: Person;

beforeAll(async () => {
  world = await openWorld({ config: { limits, limitFactor: 1, proxies: ['127.0.0.1'] } });
  ada = await world.member('Ada');
  await world.member('Berthe');
});
afterAll(() => world.close());

const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });
const logIn = async (name: string, password: string, address: string): Promise<number> =>
  (await world.visitor().post('/login', { name, password }, from(address))).status;

describe('logging in', () => {
  it('is refused for a while after too many wrong passwords from one place, with a page that says how long', async () => {
    for (let n = 0; n < 3; n++) expect(await logIn('Berthe', WRONG, '192.0.2.1')).toBe(401);
    const refused = await world.visitor().post('/login', { name: 'Berthe', password: WRONG }, from('192.0.2.1'));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(refused.text).toContain('Trop de demandes en même temps');
    expect(refused.headers.get('cache-control')).toBe('no-store');
    // The right password doesn't help there, and does elsewhere.
    expect(await logIn('Ada', ada.password, '192.0.2.1')).toBe(429);
    expect(await logIn('Ada', ada.password, '192.0.2.2')).toBe(303);
  });

  it('takes a whole /64 for one place', async () => {
    const addresses = ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:0db8:0001:0002:0:0:0:77'];
    for (const address of addresses) expect(await logIn('Berthe', WRONG, address)).toBe(401);
    expect(await logIn('Berthe', WRONG, '2001:db8:1:2:a:b:c:d')).toBe(429);
    expect(await logIn('Berthe', WRONG, '2001:db8:1:3::1')).toBe(401);
  });

  it('is never counted against whoever knows the password', async () => {
    for (let n = 0; n < 10; n++) expect(await logIn('Ada', ada.password, '192.0.2.3')).toBe(303);
  });

  it('is limited for each name from wherever it comes, existing or not', async () => {
    for (const name of ['Ada', 'Personne du tout']) {
      const answers: number[] = [];
      for (let n = 0; n < 16; n++) answers.push(await logIn(name, WRONG, `198.51.100.${n}`));
      expect(answers.slice(0, 15).every((status) => status === 401)).toBe(true);
      expect(answers[15]).toBe(429);
      for (let n = 0; n < 16; n++)
        await world.visitor().post('/login', { name: '', password: '' }, from(`198.51.100.${n}`));
    }
  });
});

describe('a browser in which the owner has logged in before', () => {
  const password = 'un mot de passe assez long';
  const tryNames = async (name: string): Promise<number> => {
    let last = 0;
    for (let n = 0; n < 16; n++) last = await logIn(name, WRONG, `10.${name.length}.0.${n}`);
    return last;
  };

  it('logs in while strangers have used up all tries for the name, and its place', async () => {
    const [own, stranger] = [world.visitor(), world.visitor()];
    await world.visitor().post('/register', { name: 'Olga', password }, from('192.0.2.40'));
    const enter = (who: typeof own, word = password) =>
      who.post('/login', { name: 'Olga', password: word }, from('203.0.113.1'));
    expect((await own.post('/login', { name: 'Olga', password }, from('192.0.2.40'))).status).toBe(303);
    await own.post('/logout');
    expect(await tryNames('Olga')).toBe(429);
    expect((await enter(stranger)).status).toBe(429);
    expect((await enter(own)).status).toBe(303);
    // Wrong passwords have a budget there, too, which no stranger can use up.
    await own.post('/logout');
    const tries = [];
    for (let n = 0; n < 4; n++) tries.push((await enter(own, WRONG)).status);
    expect(tries).toEqual([401, 401, 401, 429]);
  });

  it('is one for nobody else’s account, nor with a mark that was changed, nor once the password is another', async () => {
    const mark = async (name: string): Promise<string> => {
      const answer = await world.visitor().post('/register', { name, password }, from(`192.0.2.5${name.length}`));
      const set = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('palabre-known=')) ?? '';
      expect(set).toMatch(/Max-Age=31536000; Path=\/login; HttpOnly; SameSite=Lax$/i);
      expect(set).not.toContain(name);
      return set.split(';')[0] ?? '';
    };
    const [rosa, ivo] = [await mark('Rosalie'), await mark('Ivo')];
    expect(await tryNames('Rosalie')).toBe(429);
    const enter = async (cookie: string): Promise<number> =>
      (await world.visitor().post('/login', { name: 'Rosalie', password }, { ...from('203.0.113.1'), cookie })).status;
    const [, id = '', until = ''] = /known=([\w-]+)\.(\d+)/.exec(rosa) ?? [];
    expect(await enter(ivo)).toBe(429);
    expect(await enter(rosa.replace(until, String(Number(until) + 1)))).toBe(429);
    expect(await enter(rosa.replace(id, 'A'.repeat(22)))).toBe(429);
    expect(await enter(rosa)).toBe(303);
    await world.db.owner.query(
      `update private.account set password_hash = (select password_hash from private.account a join member m
         on m.id = a.member_id where m.name = 'Ivo') where member_id = (select id from member where name = 'Rosalie')`,
    );
    expect(await enter(rosa)).toBe(429);
  });

  it('is spoken of where the forum says what it knows, with what it is and until when', async () => {
    const about = (await world.visitor().get('/about')).html().textContent;
    expect(about).toMatch(/Deux cookies[^]*tiré au hasard et signé, sans votre nom[^]*au bout d’un an/);
  });

  it('leaves recovery codes a budget of their own', async () => {
    const made = await world.visitor().post('/register', { name: 'Samuelle', password }, from('192.0.2.60'));
    const [code = ''] = /[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}/.exec(made.text) ?? [];
    expect(await tryNames('Samuelle')).toBe(429);
    const fields = { name: 'Samuelle', code, password: 'un tout autre secret' };
    expect((await world.visitor().post('/recovery', fields, from('203.0.113.1'))).location).toBe(
      '/login?recovered=yes',
    );
  });
});

describe('other doors', () => {
  it('recovery is refused after too many wrong codes', async () => {
    const recover = async () =>
      (
        await world
          .visitor()
          .post('/recovery', { name: 'Berthe', code: 'AAAA', password: 'un tout autre secret' }, from('192.0.2.9'))
      ).status;
    expect([await recover(), await recover(), await recover()]).toEqual([422, 422, 429]);
  });

  it('registration is refused after too many accounts from one place', async () => {
    const register = async (name: string) =>
      (await world.visitor().post('/register', { name, password: 'un tout autre secret' }, from('192.0.2.10'))).status;
    expect([await register('Cléa'), await register('Dora'), await register('Élia')]).toEqual([200, 200, 429]);
  });

  it('a guest who sends too much gets the text back', async () => {
    await world.category({ slug: 'ouverte' });
    const thread = await world.thread({ category: 'ouverte', title: 'Un sujet ouvert', text: 'Premier message' });
    const send = (n: number) =>
      world
        .visitor()
        .post(
          `/thread/${thread}/replies`,
          { text: `Réponse numéro ${n}`, key: `cle-de-test-${n}-abcdef` },
          from('192.0.2.11'),
        );
    const answers = [await send(1), await send(2), await send(3)];
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 429]);
    expect(answers[2]?.html().querySelector('textarea')?.text).toContain('Réponse numéro 3');
  });
});

describe('an address that the visitor made up', () => {
  it('changes nothing where no proxy is known', async () => {
    const bare = await openWorld({ config: { limits, limitFactor: 1 } });
    try {
      const spoofs = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'client-ip', 'true-client-ip', 'cf-connecting-ip'];
      const answers: number[] = [];
      for (const [n, header] of spoofs.entries())
        answers.push(
          (await bare.visitor().post('/login', { name: 'Ada', password: WRONG }, { [header]: `203.0.113.${n}` }))
            .status,
        );
      expect(answers).toEqual([401, 401, 401, 429, 429, 429]);
    } finally {
      await bare.close();
    }
  });
});

describe('a demonstration', () => {
  it('widens every limit', async () => {
    const wide = await openWorld({ config: { limits, limitFactor: 100 } });
    try {
      for (let n = 0; n < 5; n++)
        expect((await wide.visitor().post('/login', { name: 'Personne', password: WRONG })).status).toBe(401);
    } finally {
      await wide.close();
    }
  });
});

describe('registering for a workshop', () => {
  it('is counted in persons, with those whom a change adds', async () => {
    await world.category({ slug: 'rendez-vous' });
    const host = await world.member('Solveig', { role: 'organizer' });
    const thread = await world.workshop({ category: 'rendez-vous' });
    await world.visitor(host.cookie).post(`/thread/${thread}/workshop/hosts`, { action: 'take' });
    const [row] = await world.reader.query<{ id: string }>('select id from workshop_date where thread_id = $1', [
      thread,
    ]);
    const register = (persons: string, key: string, address: string) => {
      const sent = {
        date: row?.id ?? '',
        answer: 'yes',
        persons,
        name: `Groupe ${key}`,
        key: `a-key-of-many-persons-${key}`,
      };
      return world.visitor().post(`/thread/${thread}/workshop/registrations`, sent, from(address));
    };
    const first = await register('5', '1', '192.0.2.70');
    expect(first.status).toBe(303);
    const refused = await register('3', '2', '192.0.2.70');
    expect(refused.status).toBe(429);
    expect(refused.html().querySelector('[name="name"]')?.getAttribute('value')).toBe('Groupe 2');
    const [small, other] = [await register('1', '3', '192.0.2.71'), await register('1', '4', '192.0.2.71')];
    const grow = (to: string, persons: string) => world.visitor().post(to, { persons }, from('192.0.2.71'));
    expect((await grow(small.location ?? '', '5')).status).toBe(303);
    expect((await grow(other.location ?? '', '5')).status).toBe(429);
    const all = 'select persons from private.registration where thread_id = $1 order by position';
    expect(await world.writer.query(all, [thread])).toEqual([{ persons: 5 }, { persons: 5 }, { persons: 1 }]);
  });
});
