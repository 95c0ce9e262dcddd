import { minutesBefore, Sower } from '../../sow.js';
import { PageCache } from '../../../src/web/kit/page-cache/page-cache.js';
import { askRaw } from '../../wire.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let amina: Person;
let odile: Person;
let paths: string[];

beforeAll(async () => {
  world = await openWorld();
  amina = await world.member('Amina');
  odile = await world.member('Odile', { role: 'administrator' });
  const sow = new Sower(world.db.owner);
  const towns = await world.category({ slug: 'villes' });
  const inner = await world.category({ slug: 'entre-nous', name: 'Salon intérieur', audience: 'members' });
  const staff = await world.category({ slug: 'equipe', name: 'Salle du bureau', audience: 'staff' });
  const now = world.clock.now();
  const open = await sow.thread(towns, 25, minutesBefore(now, 30), amina.id);
  const members = await sow.thread(inner, 2, minutesBefore(now, 20), amina.id);
  const team = await sow.thread(staff, 2, minutesBefore(now, 10), odile.id);
  paths = [
    '/',
    '/recent',
    '/category/villes',
    '/category/entre-nous',
    '/category/equipe',
    '/user/Amina',
    '/user/Odile',
    ...[open, members, team].map((id) => `/thread/${id}/sujet-${id}`),
    `/thread/${open}/sujet-${open}?page=2`,
  ];
});
afterAll(() => world.close());

const ask = async (path: string, cookie: string | null) => {
  const { status, headers, body } = await askRaw(world.url + path, { headers: cookie === null ? {} : { cookie } });
  return { status, cache: headers['cache-control'], etag: headers.etag, text: body.toString() };
};

test('whoever warms a page, everybody gets their own: each order, and all at once', async () => {
  const cookies = [null, amina.cookie, odile.cookie, 'other=1; palabre=forged', 'theme=dark'];
  const everything = () => paths.flatMap((path) => cookies.map((cookie) => ({ path, cookie })));
  const answers = async (asked: { path: string; cookie: string | null }[], together: boolean) => {
    const cache = world.app.get(PageCache);
    cache.forGuests.flush();
    cache.forMembers.flush();
    const found = new Map<string, Awaited<ReturnType<typeof ask>>>();
    const one = async ({ path, cookie }: { path: string; cookie: string | null }) =>
      found.set(`${path} ${cookie}`, await ask(path, cookie));
    if (together) await Promise.all(asked.map(one));
    else for (const each of asked) await one(each);
    return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  // Their unread marks change what members see, so all is read once before.
  await answers(everything(), false);
  const expected = await answers(everything(), false);
  expect(await answers(everything().reverse(), false)).toEqual(expected);
  expect(await answers([...everything(), ...everything()], true)).toEqual(expected);
  expect(await answers([...everything().reverse(), ...everything()], true)).toEqual(expected);

  for (const path of paths) {
    const [guest, member, admin, forged, theme] = cookies.map((cookie) => expected[`${path} ${cookie}`]!);
    expect(guest!.text).not.toMatch(/href="\/me"|href="\/desk|Salle du bureau|Salon intérieur|data-waiting/);
    expect(theme).toEqual(guest);
    expect(forged).toEqual({ ...guest, cache: 'no-store', etag: undefined });
    expect(member!.text).toContain('>Amina</span></a>');
    expect(member!.text).not.toMatch(/Salle du bureau|href="\/desk/);
    expect(admin!.text).toContain('>Odile</span></a>');
    for (const own of [member!, admin!]) expect([own.cache, own.etag]).toEqual(['no-store', undefined]);
  }
});
