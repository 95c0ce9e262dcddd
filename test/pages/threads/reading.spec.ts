import { minutesBefore, Sower } from '../../sow.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let sow: Sower;
let member: Person;
let organizer: Person;
let longThread: number;
let innerThread: number;
let staffThread: number;

beforeAll(async () => {
  world = await openWorld();
  sow = new Sower(world.db.owner);
  member = await world.member('Amina');
  organizer = await world.member('Odile', { role: 'organizer' });
  const towns = await world.category({ slug: 'villes', name: 'Villes' });
  const inner = await world.category({ slug: 'entre-nous', audience: 'members' });
  const staff = await world.category({ slug: 'equipe', audience: 'staff' });
  longThread = await sow.thread(towns, 45, minutesBefore(world.clock.now(), 3), member.id);
  innerThread = await sow.thread(inner, 2, minutesBefore(world.clock.now(), 2), organizer.id);
  staffThread = await sow.thread(staff, 2, minutesBefore(world.clock.now(), 1), organizer.id);
});
afterAll(() => world.close());

const guest = () => world.visitor();
const slugOf = (thread: number) => `/thread/${thread}/sujet-${thread}`;

describe('a thread', () => {
  test('shows twenty posts a page, each an article with its number', async () => {
    const answer = await guest().get(`${slugOf(longThread)}?page=2`);
    expect(answer.status).toBe(200);
    const page = answer.html();
    expect(page.querySelectorAll('article[id^="post-"]').map((post) => post.id)).toEqual(
      Array.from({ length: 20 }, (_, n) => `post-${n + 21}`),
    );
    expect(page.querySelector('.posts')?.getAttribute('data-changes')).toBe('0');
    expect(page.querySelector('a[rel="prev"]')?.getAttribute('href')).toBe(slugOf(longThread));
    expect(page.querySelector('a[rel="next"]')?.getAttribute('href')).toBe(`${slugOf(longThread)}?page=3`);
    expect(answer.headers.get('link')).toBe(
      [
        `<${slugOf(longThread)}?page=2>; rel="canonical"`,
        `<${slugOf(longThread)}>; rel="prev"`,
        `<${slugOf(longThread)}?page=3>; rel="next"`,
      ].join(', '),
    );
  });

  test('has one address for each page: others lead to it and keep the page', async () => {
    const leads: [string, string][] = [
      [`/thread/${longThread}`, slugOf(longThread)],
      [`/thread/${longThread}?page=3`, `${slugOf(longThread)}?page=3`],
      [`/thread/${longThread}/autre-titre?page=2`, `${slugOf(longThread)}?page=2`],
      [`${slugOf(longThread)}?page=1`, slugOf(longThread)],
    ];
    for (const [asked, right] of leads) {
      const answer = await guest().get(asked);
      expect([answer.status, answer.location]).toEqual([301, right]);
      // A title that goes and comes back must not send a browser round in circles.
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  test.each(['?page=4', '?page=0', '?page=-1', '?page=01', '?page=x', '?page=99999999999', '?page=2&page=3'])(
    'has no page %s',
    async (query) => {
      expect((await guest().get(slugOf(longThread) + query)).status).toBe(404);
    },
  );

  test.each([
    '/thread/0/x',
    '/thread/01/x',
    '/thread/2147483648/x',
    '/thread/abc/x',
    '/thread/1e3/x',
    '/thread/999999/x',
  ])('%s is none', async (path) => {
    expect((await guest().get(path)).status).toBe(404);
  });

  test('leads to the number that somebody types, or to its last post, and an odd one to its beginning', async () => {
    const form = (await guest().get(slugOf(longThread))).html().querySelector('form.go-to');
    expect([form?.getAttribute('action'), form?.querySelector('input')?.getAttribute('name')]).toEqual([
      `/thread/${longThread}`,
      'post',
    ]);
    const at = async (typed: string) => (await guest().get(`/thread/${longThread}?post=${typed}`)).location;
    expect(await at('44')).toBe(`/thread/${longThread}/posts/44`);
    expect(await at('9999')).toBe(`/thread/${longThread}/posts/45`);
    for (const odd of ['', 'x', '0', '-3', '99999999999']) expect(await at(odd)).toBe(slugOf(longThread));
    expect((await guest().get(`/thread/${innerThread}?post=1`)).status).toBe(404);
    expect((await guest().get(`/thread/${staffThread}`)).text).not.toContain('go-to');
  });

  test('says in a list whose last message it quotes', async () => {
    const row = (await guest().get('/recent')).html().querySelector(`[data-thread="${longThread}"] .meta`);
    expect(row?.text.trim()).toMatch(/^Villes dernier message d’Amina,/);
  });

  test('is found by the number of each of its posts, on the page where it stands', async () => {
    const cases: [number, string][] = [
      [1, ''],
      [20, ''],
      [21, '?page=2'],
      [45, '?page=3'],
    ];
    for (const [number, page] of cases) {
      const answer = await guest().get(`/thread/${longThread}/posts/${number}`);
      expect([answer.status, answer.location]).toEqual([302, `${slugOf(longThread)}${page}#post-${number}`]);
      expect(
        (await guest().get(slugOf(longThread) + page)).html().querySelector(`article#post-${number}`),
      ).not.toBeNull();
    }
    expect((await guest().get(`/thread/${longThread}/posts/46`)).status).toBe(404);
  });
});

describe('what an audience may not read', () => {
  const addresses = (thread: number) => [
    `/thread/${thread}`,
    slugOf(thread),
    `/thread/${thread}/x`,
    `/thread/${thread}/posts/1`,
    `/thread/${thread}/posts`,
    `/thread/${thread}/posts?after=0&changes=0`,
  ];

  test('is there for those of the audience', async () => {
    expect((await world.visitor(member.cookie).get(slugOf(innerThread))).status).toBe(200);
    expect((await world.visitor(organizer.cookie).get(slugOf(staffThread))).status).toBe(200);
    expect((await world.visitor(organizer.cookie).get('/category/equipe')).status).toBe(200);
  });

  test('is answered with the very bytes that were answered before it existed', async () => {
    const next = staffThread + 1;
    const asked = [...addresses(next), '/category/equipe-2', '/user/Odile'];
    const cookies = [null, member.cookie];
    const ask = () =>
      Promise.all(
        cookies.flatMap((cookie) =>
          asked.flatMap((path) =>
            ['GET', 'HEAD'].map(async (method) => {
              const answer = await fetch(world.url + path, {
                method,
                redirect: 'manual',
                headers: cookie === null ? {} : { cookie },
              });
              const headers = [...answer.headers].filter(([name]) => name !== 'date');
              return { path, method, status: answer.status, headers, text: await answer.text() };
            }),
          ),
        ),
      );
    const before = await ask();
    expect(before.every(({ path, status }) => status === 404 || path === '/user/Odile')).toBe(true);
    const hidden = await world.category({ slug: 'equipe-2', audience: 'staff' });
    expect(await sow.thread(hidden, 2, world.clock.now(), organizer.id)).toBe(next);
    expect((await world.visitor(organizer.cookie).get(slugOf(next))).status).toBe(200);
    expect(await ask()).toEqual(before);
  });

  test('is answered with the very bytes of a thread that is missing, whatever its address', async () => {
    const missing = await guest().get('/thread/4242/une-autre');
    expect(missing.status).toBe(404);
    for (const path of addresses(staffThread).filter((address) => !address.includes('?')))
      expect((await guest().get(path)).text).toBe(missing.text);
  });

  test('is in no list of theirs', async () => {
    for (const path of ['/', '/recent']) {
      expect((await guest().get(path)).text).not.toMatch(/entre-nous|equipe|sujet-2|sujet-3/);
      const seen = (await world.visitor(member.cookie).get(path)).text;
      expect(seen).toContain(slugOf(innerThread));
      expect(seen).not.toMatch(/equipe/);
      expect((await world.visitor(organizer.cookie).get(path)).text).toContain(slugOf(staffThread));
    }
  });

  test('leaves no page of a member who wrote nothing else', async () => {
    const missing = await guest().get('/user/Odile');
    expect(missing.status).toBe(404);
    expect(missing.text).toBe((await guest().get('/user/Xaver')).text);
    expect(
      (await world.visitor(member.cookie).get('/user/Odile')).html().querySelectorAll('article.row'),
    ).toHaveLength(2);
  });
});

describe('lists', () => {
  test('of a category and of recent threads go on by cursor to the last one', async () => {
    const many = await world.category({ slug: 'foule' });
    for (let n = 0; n < 45; n++) await sow.thread(many, 1, minutesBefore(world.clock.now(), 1000 + n));
    const found: string[] = [];
    for (let path: string | undefined = '/category/foule'; path !== undefined;) {
      const page = (await guest().get(path)).html();
      found.push(...page.querySelectorAll('ol.rows > li').map((row) => row.getAttribute('data-thread') ?? ''));
      path = page.querySelector('a[rel="next"]')?.getAttribute('href');
    }
    expect(found).toHaveLength(45);
    expect(new Set(found).size).toBe(45);
    expect((await guest().get('/category/foule?before=zzz')).status).toBe(404);
    expect((await guest().get('/recent?before=1-1-1')).status).toBe(404);
    expect((await guest().get('/category/personne')).status).toBe(404);
  });

  test("a member's page has one address, whatever the spelling", async () => {
    expect((await guest().get('/user/amina')).location).toBe('/user/Amina');
    const page = (await guest().get('/user/Amina')).html();
    expect(page.querySelector('h1')?.text).toBe('Amina');
    expect(page.querySelectorAll('article.row')).toHaveLength(20);
    expect((await guest().get(page.querySelector('a[rel="next"]')?.getAttribute('href') ?? '')).status).toBe(200);
  });

  test('unknown parameters of links from elsewhere change nothing', async () => {
    expect((await guest().get('/recent?utm_source=x&fbclid=y')).status).toBe(200);
    expect((await guest().get(`${slugOf(longThread)}?ref=x`)).status).toBe(200);
  });
});

describe('what is new since', () => {
  test("comes as the page's own fragments, at most fifty, and says where the rest is", async () => {
    const crowd = await world.category({ slug: 'longue' });
    const thread = await sow.thread(crowd, 70, minutesBefore(world.clock.now(), 5000));
    await sow.change(thread, 2, `gone = 'taken-down', html = '', source = '', excerpt = ''`);
    const answer = await guest().get(`/thread/${thread}/posts?after=3&changes=0`);
    const posts = answer.html().querySelectorAll('article');
    expect(posts).toHaveLength(50);
    expect(posts[0]?.id).toBe('post-2');
    expect(posts[0]?.getAttribute('data-change')).toBe('1');
    expect(answer.text).not.toContain('Texte 2<');
    expect(answer.headers.get('link')).toBe(`</thread/${thread}/posts?after=52&changes=1>; rel="next"`);
    const rest = await guest().get(`/thread/${thread}/posts?after=52&changes=1`);
    expect(
      rest
        .html()
        .querySelectorAll('article')
        .map((post) => post.id),
    ).toEqual(Array.from({ length: 18 }, (_, n) => `post-${n + 53}`));
    expect(rest.headers.get('link')).toBeNull();
    expect(rest.headers.get('palabre-changes')).toBe('1');
    const onPage = (await guest().get(`${slugOf(thread)}?page=4`)).html().querySelector('#post-70');
    expect(rest.html().querySelector('#post-70')?.toString()).toBe(onPage?.toString());
  });
});
