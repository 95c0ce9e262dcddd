import { minutesBefore, Sower } from '../../sow.js';
import { openWorld, type World } from '../../world.js';

let world: World;
let thread: number;

beforeAll(async () => {
  world = await openWorld();
  const sow = new Sower(world.db.owner);
  thread = await sow.thread(
    await world.category({ slug: 'villes' }),
    45,
    minutesBefore(world.clock.now(), 3),
    (await world.member('Amina')).id,
  );
});
afterAll(() => world.close());

/** Every row of every table of ours, and every counter, as one text for each. */
async function everything(): Promise<Record<string, string>> {
  const { owner } = world.db;
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'S') and n.nspname in ('public', 'private', 'desk') order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await owner.query<{ all: string }>(
      `select coalesce(string_agg(row(t.*)::text, ' ' order by row(t.*)::text), '') as all from ${name} t`,
    );
    found[name] = rows[0]?.all ?? '';
  }
  return found;
}

test('a guest who reads everything leaves no row, no change and no cookie behind', async () => {
  const before = await everything();
  expect(Object.keys(before).length).toBeGreaterThan(15);
  const pages = [
    '/',
    '/recent',
    '/category/villes',
    '/user/Amina',
    `/thread/${thread}/sujet-${thread}`,
    `/thread/${thread}/sujet-${thread}?page=3`,
    `/thread/${thread}/posts?after=0&changes=0`,
    `/thread/${thread}/posts/21`,
    `/thread/${thread}`,
    '/nulle-part',
  ];
  for (const path of [...pages, ...pages]) {
    const answer = await fetch(world.url + path, {
      redirect: 'manual',
      headers: { referer: 'https://ailleurs.example/', 'user-agent': 'Lecteur' },
    });
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
  expect(await everything()).toEqual(before);
});

test('a member who reads leaves the mark of how far, and nothing else', async () => {
  const before = await everything();
  const reader = await world.member('Bruno');
  const joined = await everything();
  await world.visitor(reader.cookie).get(`/thread/${thread}/sujet-${thread}?page=2`);
  const after = await everything();
  expect(after['private.read_mark']).toBe(`(${reader.id},${thread},40)`);
  expect({ ...after, 'private.read_mark': '' }).toEqual({ ...joined, 'private.read_mark': '' });
  expect(before['private.read_mark']).toBe('');
});
