import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { request } from 'node:http';
import { NewsWire } from '../../../src/events/news-wire.js';
import { minutesBefore, Sower } from '../../sow.js';
import { until } from '../../until.js';
import { type RawAnswer, unpacked } from '../../wire.js';
import { openWorld, type Person, type World, type WorldOptions } from '../../world.js';

/** Fastify says this of each request that reaches one of its routes. */
const HANDLED = 'tracing:fastify.request.handler:start';

let world: World;
let amina: Person;
let odile: Person;
let lise: Person;
let oscar: Person;
let open: number;
let paths: string[];
let handled = 0;
const count = (): void => void (handled += 1);

beforeAll(async () => {
  subscribe(HANDLED, count);
  world = await openWorld();
  amina = await world.member('Amina');
  odile = await world.member('Odile', { role: 'administrator' });
  oscar = await world.member('Oscar', { role: 'organizer' });
  const sow = new Sower(world.db.owner);
  const towns = await world.category({ slug: 'villes', name: 'Villes & champs' });
  const inner = await world.category({ slug: 'entre-nous', audience: 'members', hold: 'nobody' });
  lise = await world.member('Lise', { role: 'moderator', categories: ['villes'] });
  const now = world.clock.now();
  open = await sow.thread(towns, 25, minutesBefore(now, 30), amina.id);
  const members = await sow.thread(inner, 2, minutesBefore(now, 20), odile.id);
  paths = [
    '/',
    '/recent',
    '/category/villes',
    '/category/entre-nous',
    '/user/Amina',
    ...[open, members].map((id) => `/thread/${id}/sujet-${id}`),
    `/thread/${open}/sujet-${open}?page=2`,
    `/thread/${open}/sujet-${open}?view=reading`,
  ];
});
afterAll(async () => {
  unsubscribe(HANDLED, count);
  await world.close();
});

type Answer = RawAnswer & { raw: string[]; text: string; byFastify: boolean };

/** One request on a connection of its own, with the headers in the order and spelling in which they came. */
function ask(path: string, cookie: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const before = handled;
  return new Promise((resolve, reject) => {
    const asked = request(world.url + path, { method, headers: { cookie, ...headers }, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const got = { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) };
        const raw = answer.rawHeaders.map((each, at) => (answer.rawHeaders[at - 1] === 'Date' ? '' : each));
        resolve({ ...got, raw, text: unpacked(got).toString(), byFastify: handled > before });
      });
    });
    asked.on('error', reject).end();
  });
}

/** A GET that says that it brings something is not as usual, and never answered at the door. */
const theLongWay = (path: string, cookie: string, headers: Record<string, string> = {}): Promise<Answer> =>
  ask(path, cookie, { ...headers, 'content-length': '0' });

/** Read, and what was read written down, so that nothing but the way differs any more. */
async function warm(path: string, cookie: string): Promise<void> {
  for (let time = 0; time < 3; time++) await theLongWay(path, cookie);
}

const withoutLength = ({ raw }: Answer): string[] =>
  raw.filter((each, at) => each !== 'content-length' && raw[at - 1] !== 'content-length');

const tell = (news: object): Promise<unknown> =>
  world.db.owner.query('select pg_notify($1, $2)', ['palabre_news', JSON.stringify(news)]);

/** All that was told before has been heard when this one is. */
async function heard(): Promise<void> {
  const last = new Promise<void>((resolve) =>
    world.app.get(NewsWire).on('ProfileChanged', ({ member }) => {
      if (member === 999) resolve();
    }),
  );
  await tell({ news: 'ProfileChanged', member: 999 });
  await last;
}

test.each(['Amina', 'Odile', 'Lise', 'Oscar'])('%s gets at the door what the long way answers', async (name) => {
  const { cookie } = [amina, odile, lise, oscar].find((each) => each.name === name)!;
  for (const path of paths) {
    await warm(path, cookie);
    for (const accepted of [
      null,
      'gzip, deflate, br, zstd',
      'gzip, deflate, br',
      'gzip',
      'identity',
      'br;q=0, gzip;q=1',
    ]) {
      const headers: Record<string, string> = accepted === null ? {} : { 'accept-encoding': accepted };
      const long = await theLongWay(path, cookie, headers);
      const door = await ask(path, cookie, headers);
      expect([long.status, long.byFastify, door.byFastify]).toEqual([200, true, false]);
      expect(door.text).toBe(long.text);
      if (long.headers['content-encoding'] === 'zstd') {
        // The same page, but joined of what was compressed before: its length is another.
        expect(withoutLength(door)).toEqual(withoutLength(long));
        expect(door.headers['content-length']).toBe(String(door.body.length));
      } else expect([door.raw, door.body.equals(long.body)]).toEqual([long.raw, true]);
      expect(door.text).toContain(`<span class="name">${name}</span>`);
    }
  }
});

test('each finds their own name, acts and form there, in whichever order and all at once', async () => {
  const path = `/thread/${open}/sujet-${open}?page=2`;
  const all = [amina, odile, lise, oscar];
  for (const { cookie } of all) await warm(path, cookie);
  const answers = await Promise.all(
    Array.from({ length: 40 }, async (_, at) => {
      const who = all[at % all.length]!;
      return { who, answer: await ask(path, who.cookie, at % 3 === 0 ? { 'accept-encoding': 'zstd' } : {}) };
    }),
  );
  for (const { who, answer } of answers) {
    for (const { name } of all)
      expect(answer.text.includes(`<span class="name">${name}</span>`)).toBe(name === who.name);
    expect(answer.text.includes('href="/desk"')).toBe(who === odile || who === lise);
    expect(/posts\/25\/withdrawal/.test(answer.text)).toBe(who === amina);
  }
});

test('what is not as usual goes the long way', async () => {
  await warm('/', amina.cookie);
  expect((await ask('/', amina.cookie)).byFastify).toBe(false);
  expect((await ask('/', amina.cookie, {}, 'HEAD')).byFastify).toBe(true);
  expect((await ask('/?x=1', amina.cookie)).byFastify).toBe(true);
  const forged = await ask('/', `palabre=${'x'.repeat(43)}`);
  expect([forged.byFastify, forged.text.includes('data-member')]).toEqual([true, false]);
  const elsewhere = await ask('/', amina.cookie, { host: 'elsewhere.example' });
  expect([elsewhere.status, elsewhere.text.includes('Amina')]).toEqual([421, false]);
  // Administrators get another page at this address than the rest of the team, who read as the same audience.
  for (const { cookie } of [oscar, odile]) await warm('/deadlines', cookie);
  const [organizer, administrator] = [await ask('/deadlines', oscar.cookie), await ask('/deadlines', odile.cookie)];
  expect([organizer.byFastify, administrator.byFastify]).toEqual([true, true]);
});

test('whoever logs out, or is suspended, gets no member’s page any more, and another session of theirs goes on', async () => {
  const gaelle = await world.member('Gaelle');
  const other = await world.session(gaelle.id);
  const path = `/thread/${open}/sujet-${open}`;
  for (const cookie of [gaelle.cookie, other]) await warm(path, cookie);
  expect((await ask(path, gaelle.cookie)).text).toContain('Gaelle');
  expect((await world.visitor(gaelle.cookie).post('/logout')).status).toBe(303);
  expect((await ask(path, gaelle.cookie)).text).not.toContain('Gaelle');
  const goesOn = await ask(path, other);
  expect([goesOn.byFastify, goesOn.text.includes('Gaelle')]).toEqual([false, true]);
  const suspension = { length: 'week', day: '', why: 'Trois insultes.' };
  expect((await world.visitor(odile.cookie).post('/desk/members/Gaelle/suspension', suspension)).status).toBe(303);
  expect((await ask(path, other)).text).not.toContain('Gaelle');
});

test('a session that has come to its end is none at the door either', async () => {
  const hugo = await world.member('Hugo');
  await world.db.owner.query('update private.session set expires_at = $2 where member_id = $1', [
    hugo.id,
    new Date(world.clock.now().getTime() + 60_000),
  ]);
  await warm('/about', hugo.cookie);
  await warm('/', hugo.cookie);
  expect((await ask('/', hugo.cookie)).text).toContain('Hugo');
  world.clock.advance(61_000);
  await warm('/', amina.cookie);
  expect((await ask('/', hugo.cookie)).text).not.toContain('Hugo');
});

test('another language, role, name or number of notices is seen at the next reading', async () => {
  const ines = await world.member('Ines');
  const path = `/thread/${open}/sujet-${open}`;
  const read = async () => {
    await ask(path, ines.cookie);
    return ask(path, ines.cookie);
  };
  await warm(path, ines.cookie);
  expect((await read()).text).toContain('<html lang="fr"');
  expect((await world.visitor(ines.cookie).post('/me', { language: 'en' })).status).toBe(303);
  await heard();
  const english = await read();
  expect([english.byFastify, english.text.includes('<html lang="en"')]).toEqual([false, true]);
  await world.db.owner.query(
    `insert into private.notice (member_id, kind, decision_id, noticed_at) values ($1, 'mentioned', 9999999, now())`,
    [ines.id],
  );
  expect((await ask(path, ines.cookie)).text).not.toContain('<b>1</b>');
  await tell({ news: 'NoticesChanged', member: ines.id });
  await heard();
  const told = await read();
  expect([told.byFastify, told.text.includes('<b>1</b>')]).toEqual([false, true]);
  await world.db.owner.query(`update member set role = 'administrator', name = 'Inès' where id = $1`, [ines.id]);
  await tell({ news: 'MemberChanged', member: ines.id });
  await heard();
  const raised = await read();
  for (const there of ['href="/desk"', 'Inès']) expect(raised.text).toContain(there);
});

test('a narrower audience, a post that is taken down and news that were missed end what was kept', async () => {
  const sow = new Sower(world.db.owner);
  const category = await world.category({ slug: 'bientot-fermee', name: 'Bientôt fermée' });
  const thread = await sow.thread(category, 2, minutesBefore(world.clock.now(), 5));
  const path = `/thread/${thread}/sujet-${thread}`;
  await heard();
  await warm(path, amina.cookie);
  expect((await ask(path, amina.cookie)).byFastify).toBe(false);
  await sow.change(thread, 2, `gone = 'taken-down', gone_reason = 'insult', html = '', source = '', excerpt = ''`);
  await tell({ news: 'PostTakenDown', category, thread, number: 2 });
  await heard();
  expect((await ask(path, amina.cookie)).text).not.toContain('Texte 2');
  await world.db.owner.query(`select pg_notify('palabre_news', '{"news":"PostUnsaid","thread":1}')`);
  await heard();
  expect((await ask(path, amina.cookie)).byFastify).toBe(true);
  await until(async () => expect((await ask(path, amina.cookie)).byFastify).toBe(false));
  await world.db.owner.query("update category set audience = 'staff' where id = $1", [category]);
  await tell({ news: 'CategoryChanged', category });
  await heard();
  expect((await ask(path, amina.cookie)).status).toBe(404);
});

test('a waiting message is shown to its author at once, and to nobody else', async () => {
  const path = `/thread/${open}/sujet-${open}?page=2`;
  for (const { cookie } of [amina, oscar]) await warm(path, cookie);
  expect((await ask(path, amina.cookie)).byFastify).toBe(false);
  const sent = await world
    .visitor(amina.cookie)
    .post(`/thread/${open}/replies`, { text: 'Canari en attente.', key: 'key-of-the-canary' });
  expect(sent.status).toBe(303);
  expect((await ask(path, amina.cookie)).text).toContain('Canari en attente.');
  expect((await ask(path, oscar.cookie)).text).not.toContain('Canari');
});

test('each page counts for its account, and one too many is refused in words', async () => {
  const { limits } = world.config;
  const account = { points: 6, seconds: 600 };
  await inAnotherWorld({ config: { limitFactor: 1, limits: { ...limits, account } } }, async () => {
    const [one, other] = [await world.member('Une'), await world.member('Autre')];
    await warm('/', one.cookie);
    const answers = [];
    for (let time = 0; time < 5; time++) answers.push(await ask('/', one.cookie));
    expect(answers.map(({ status, byFastify }) => [status, byFastify])).toEqual([
      [200, false],
      [200, false],
      [200, false],
      [429, true],
      [429, true],
    ]);
    expect(Number(answers[4]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('/', other.cookie)).status).toBe(200);
  });
});

/** Runs on a forum of its own, with the same questions. */
async function inAnotherWorld(options: WorldOptions, work: () => Promise<void>): Promise<void> {
  const wide = world;
  world = await openWorld(options);
  try {
    await work();
  } finally {
    await world.close();
    world = wide;
  }
}

describe('a forum with an https name', () => {
  const BEHIND = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' };
  const NAMED = { host: 'forum.example', ...BEHIND };
  const secure = ({ cookie }: Person): string => cookie.replace('palabre=', '__Host-palabre=');

  test.each([
    ['on this machine', []],
    ['that the settings name', ['127.0.0.0/8']],
    ['that nobody named', ['192.0.2.1']],
  ])('gives its members at the door what the long way answers them, behind a proxy %s', async (_, proxies) => {
    await inAnotherWorld({ config: { publicUrl: 'https://forum.example', proxies } }, async () => {
      const una = await world.member('Una');
      for (let time = 0; time < 3; time++) await theLongWay('/', secure(una), NAMED);
      for (const accepted of ['identity', 'gzip', 'zstd']) {
        for (const headers of [NAMED, { host: 'forum.example' }, { ...NAMED, 'x-forwarded-proto': 'http' }]) {
          const asked = { ...headers, 'accept-encoding': accepted };
          const long = await theLongWay('/', secure(una), asked);
          const door = await ask('/', secure(una), asked);
          expect([long.status, long.byFastify, door.byFastify]).toEqual([200, true, false]);
          expect(door.text).toBe(long.text);
          if (accepted === 'zstd') expect(withoutLength(door)).toEqual(withoutLength(long));
          else expect([door.raw, door.body.equals(long.body)]).toEqual([long.raw, true]);
          expect(door.text).toContain('<span class="name">Una</span>');
          expect(door.headers['strict-transport-security']).toBe('max-age=63072000');
        }
      }
    });
  });

  test('takes the cookie of plain http for nobody there, and under another name what a proxy says goes the long way', async () => {
    await inAnotherWorld({ config: { publicUrl: 'https://forum.example' } }, async () => {
      const una = await world.member('Una');
      for (let time = 0; time < 3; time++) await theLongWay('/', secure(una), NAMED);
      const plain = await ask('/', una.cookie, NAMED);
      expect([plain.status, plain.text.includes('Una')]).toEqual([200, false]);
      const other = { host: new URL(world.url).host, ...BEHIND };
      const elsewhere = await ask('/', secure(una), other);
      const long = await theLongWay('/', secure(una), other);
      expect([elsewhere.byFastify, elsewhere.status, elsewhere.text]).toEqual([true, long.status, long.text]);
    });
  });
});

test('an account whose readings are used up gets the same refusal at the door as on the long way', async () => {
  const { limits } = world.config;
  const account = { points: 4, seconds: 600 };
  await inAnotherWorld({ config: { limitFactor: 1, limits: { ...limits, account } } }, async () => {
    const una = await world.member('Una');
    await warm('/', una.cookie);
    expect((await ask('/', una.cookie)).byFastify).toBe(false);
    const [door, long] = [await ask('/', una.cookie), await theLongWay('/', una.cookie)];
    expect([door.status, long.status]).toEqual([429, 429]);
    // The seconds until then are fewer by the time that went by between the two.
    const besides = ({ raw }: Answer): string[] => raw.filter((_, at) => raw[at - 1]?.toLowerCase() !== 'retry-after');
    expect(besides(door)).toEqual(besides(long));
    expect(door.text).toBe(long.text);
  });
});

test('a database that keeps silent is no longer waited for than on the long way', async () => {
  const path = `/thread/${open}/sujet-${open}`;
  await warm(path, amina.cookie);
  expect((await ask(path, amina.cookie)).byFastify).toBe(false);
  const { owner } = world.db;
  await owner.query('begin');
  try {
    await owner.query('lock table desk.submission in access exclusive mode');
    // What of hers waits here has to be asked for again.
    world.app.get(NewsWire).hearAhead({ news: 'QueueChanged', category: null, submission: 'x' });
    const answer = await ask(path, amina.cookie);
    expect([answer.status, answer.headers['retry-after'] !== undefined]).toEqual([503, true]);
  } finally {
    await owner.query('rollback');
  }
});
