import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../browsing.js';
import { hostSite, signed } from '../../host-site.js';
import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';

const GUESTS = 20;
let world: World;
let odile: Person;
let rooms = 0;

beforeAll(async () => {
  world = await openWorld();
  odile = await world.member('Odile', { role: 'administrator' });
});
afterAll(() => world.close());

/** A text that no other guest sends and that no other one begins with. */
const text = (room: string, nth: number): string => `Le mot de ${room} numéro ${String(nth).padStart(2, '0')}.`;
const key = (room: string, nth: number): string => `key-of-${room}-${nth}`;
const all = Array.from({ length: GUESTS }, (_, nth) => nth);

async function newRoom(options: { hold?: 'nobody' | 'all' }): Promise<{ room: string; category: number }> {
  rooms += 1;
  const room = `salle-${rooms}`;
  return { room, category: await world.category({ slug: room, name: room, ...options }) };
}

async function storedOf(sent: string): Promise<number> {
  const rows = await world.writer.query('select 1 from desk.submission where source = $1', [sent]);
  return rows.length;
}

describe('twenty guests who send at the same moment', () => {
  it('where replies appear at once have each their text stored and shown once, also who sends it twice', async () => {
    const { room } = await newRoom({ hold: 'nobody' });
    const thread = await world.thread({ category: room, title: 'Un sujet', text: 'Le premier.' });
    const send = (nth: number): Promise<Answer> =>
      world.visitor().post(`/thread/${thread}/replies`, { text: text(room, nth), key: key(room, nth) });
    const answers = await Promise.all([...all, 7].map(send));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(GUESTS + 1).fill(303));
    // Both sendings of one key lead to one and the same.
    expect(new Set(answers.map(({ location }) => location)).size).toBe(GUESTS);
    expect(answers.at(-1)?.location).toBe(answers[7]?.location);
    expect(await Promise.all(all.map((nth) => storedOf(text(room, nth))))).toEqual(Array<number>(GUESTS).fill(1));
    await until(async () => {
      const page = (await world.visitor().get(`/thread/${thread}/un-sujet?view=reading`)).html();
      const shown = page.querySelectorAll('article .text').map((each) => each.textContent.trim());
      expect(shown.toSorted()).toEqual(['Le premier.', ...all.map((nth) => text(room, nth))].toSorted());
    });
    const numbers = await world.reader.query<{ number: number }>(
      'select number from post where thread_id = $1 order by number',
      [thread],
    );
    expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: GUESTS + 1 }, (_, at) => at + 1));
  });

  /** What is sent where, by guests who are welcome until an administrator says otherwise. */
  const PLACES: [string, 'nobody' | 'all', (room: string, category: number) => Promise<Place>][] = [
    ['replies that wait', 'all', replies],
    ['replies that appear at once', 'nobody', replies],
    ['new threads', 'all', newThreads],
    ['first comments on an article', 'all', (room, category) => comments(room, category, false)],
    ['comments in the section of an article', 'all', (room, category) => comments(room, category, true)],
  ];
  it.each(PLACES)(
    'get either a thanks with a stored text or their text back while their category ceases to take any: %s',
    async (_, hold, placeOf) => {
      const { room, category } = await newRoom({ hold });
      const place = await placeOf(room, category);
      const send = (nth: number): Promise<Answer> =>
        world.visitor().post(place.path, { ...place.fields, text: text(room, nth), key: key(room, nth) });
      const half = GUESTS / 2;
      const first = all.slice(0, half).map(send);
      // The first is stored alone, the second with those that came meanwhile: some are thanked, and the rest races.
      await Promise.all(first.slice(0, 2));
      const closing = world.visitor(odile.cookie).post(`/categories/${category}`, { ...SETTINGS, name: room, hold });
      const answers = await Promise.all([...first, ...all.slice(half).map(send)]);
      const closed = await closing;
      expect([closed.status, closed.status === 303 ? '' : closed.text]).toEqual([303, '']);
      const late = await send(GUESTS);
      expect(late.status).toBe(403);
      for (const [nth, answer] of [...answers, late].entries()) {
        const sent = text(room, nth);
        const isThanked = answer.status === 303;
        expect([nth, [303, 403].includes(answer.status), await storedOf(sent)]).toEqual([
          nth,
          true,
          isThanked ? 1 : 0,
        ]);
        if (!isThanked)
          expect(
            answer
              .html()
              .querySelectorAll('textarea')
              .map((each) => each.textContent.trim()),
          ).toContain(sent);
      }
    },
  );
});

/** Of a category in which guests do not write. */
const SETTINGS = {
  description: '',
  audience: 'everyone',
  acceptedUntil: '1',
  agreement: '1',
  edits: 'held',
  closesAfter: '',
};

interface Place {
  path: string;
  fields: Record<string, string>;
}

async function replies(room: string): Promise<Place> {
  const thread = await world.thread({ category: room, title: 'Un sujet', text: 'Le premier.' });
  return { path: `/thread/${thread}/replies`, fields: {} };
}

async function newThreads(room: string): Promise<Place> {
  return { path: `/category/${room}/threads`, fields: { title: 'Un sujet de plus', action: 'send' } };
}

/** `known`: whether its section has a comment already. */
async function comments(room: string, category: number, known: boolean): Promise<Place> {
  await hostSite(world.db.owner, { slug: room, category });
  const article = signed(room, '331');
  if (known) await world.comment(article, 'Le premier.');
  const { title, url, signature } = article;
  return { path: `/articles/${room}/331/comments`, fields: { title, url, signature, action: 'send' } };
}
