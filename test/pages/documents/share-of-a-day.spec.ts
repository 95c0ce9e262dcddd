import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer } from '../../browsing.js';
import { readConfig } from '../../../src/config/read-config.js';
import { announced, FORM } from '../../files/sent-in-parts.js';
import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 90_000;

let world: World;
let ada: Person;
beforeAll(async () => {
  const { limits } = readConfig({});
  // Four kilobytes a day.
  const config = { limitFactor: 1, limits: { ...limits, uploadKilobytes: { points: 4, seconds: 86_400 } } };
  world = await openWorld({ config });
  await world.category({ slug: 'rue', name: 'Rue', documents: 'everyone' });
  ada = await world.member('Ada');
}, LONG);
afterAll(() => world.close());

const send = (bytes: number, cookie: string | null = null): Promise<Answer> =>
  world
    .visitor(cookie)
    .send('/category/rue/threads', { title: 'Un mât neuf', text: 'Il est apparu ce matin.', action: 'preview' }, [
      { name: 'a.txt', bytes: 'mot '.repeat(bytes / 4) },
    ]);
const files = async (): Promise<number> => (await world.writer.query('select from desk.file')).length;

describe('the share of a day', () => {
  it(
    'is counted by the bytes that come: what is over it is not kept, and the text comes back with the reason',
    async () => {
      expect((await send(3_072)).status).toBe(200);
      expect(await files()).toBe(1);
      const over = await send(2_048);
      expect([over.status, over.text.includes('autant de fichiers qu’une journée le permet')]).toEqual([429, true]);
      expect(over.html().querySelector('textarea[name=text]')?.textContent).toContain('ce matin');
      expect(await files()).toBe(1);
    },
    LONG,
  );

  it(
    'is over for that place until the next day, and nobody else’s',
    async () => {
      expect((await send(1_024)).status).toBe(429);
      expect(await files()).toBe(1);
      expect((await send(1_024, ada.cookie)).status).toBe(200);
      expect(await files()).toBe(2);
    },
    LONG,
  );
});

it(
  'counts a file that is announced before its bytes, and takes none that is more than is left',
  async () => {
    const bea = await world.member('Bea');
    const cookie = { cookie: bea.cookie };
    const [large, whole, none] = [
      await announced(world, 5_000, FORM, cookie),
      await announced(world, 4_096, FORM, cookie),
      await announced(world, 1, FORM, cookie),
    ];
    expect([large.status, whole.status, none.status]).toEqual([429, 201, 429]);
    expect(await none.text()).toContain('autant de fichiers qu’une journée le permet');
  },
  LONG,
);

it(
  'takes of several announcements at once no more than one has, and no room for the others',
  async () => {
    const cookie = { cookie: (await world.member('Cléo')).cookie };
    const before = await files();
    await world.db.owner.query('begin; lock table desk.file in access exclusive mode');
    const waiting = `select from pg_locks where not granted and relation = 'desk.file'::regclass`;
    const first = announced(world, 4_096, FORM, cookie);
    await until(async () => expect((await world.db.owner.query(waiting)).rowCount).toBe(1));
    const second = await announced(world, 4_096, FORM, cookie);
    await world.db.owner.query('commit');
    expect([(await first).status, second.status, await files()]).toEqual([201, 429, before + 1]);
  },
  LONG,
);
