import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let moderator: Person;
let thread: number;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes' });
  await world.category({ slug: 'ailleurs', name: 'Ailleurs' });
  moderator = await world.member('Mo', { role: 'moderator', categories: ['villes'] });
  thread = await world.thread({ category: 'villes', title: 'Le mât du lavoir', text: 'Il penche.' });
});
afterAll(() => world.close());

const desk = () => world.visitor(moderator.cookie);
const tie = (town: string, of = thread) => desk().post(`/desk/thread/${of}/town`, { town });
const listed = async (town = '/town/57534/peltre'): Promise<string[]> =>
  (await world.visitor().get(town))
    .html()
    .querySelectorAll('li[data-thread] h3')
    .map(({ text }) => text.trim());
const feed = async (): Promise<string> => (await world.visitor().get('/town/57534/feed.atom')).text;
const said = async (): Promise<string | undefined> => {
  const page = (await world.visitor().get(`/thread/${thread}`)).location ?? '';
  return (await world.visitor().get(page)).html().querySelector('[data-tie]')?.text.trim();
};

async function undoLast(): Promise<void> {
  const [row] = await world.writer.query<{ id: string }>('select max(id)::text as id from desk.decision');
  expect((await desk().post(`/desk/decisions/${row?.id}/undo`, {})).status).toBe(303);
}

describe('a thread that is tied to a town', () => {
  it('stands on the page of that town and in its feed, and says so itself', async () => {
    expect([await listed(), await said()]).toEqual([[], undefined]);
    const form = (await desk().get(`/desk/thread/${thread}`)).html();
    expect(form.querySelector(`form[action="/desk/thread/${thread}/town"] input[name="town"]`)).not.toBeNull();
    expect((await tie('Peltre')).status).toBe(303);
    expect([await listed(), await said()]).toEqual([['Le mât du lavoir'], 'Peltre (57)']);
    expect(await feed()).toContain('Le mât du lavoir');
    expect((await world.visitor().get('/town/57534/peltre')).text).toContain('/town/57534/feed.atom');
  });

  it('is tied once however often the form is sent, and a town that is not clear is asked for again', async () => {
    const logged = () => world.writer.query(`select 1 from desk.decision where decision = 'tie'`);
    const before = (await logged()).length;
    expect((await tie('57534')).status).toBe(303);
    expect((await logged()).length).toBe(before);
    const unclear = await tie('Saint-Denis');
    expect(unclear.status).toBe(422);
    expect(unclear.html().querySelectorAll('input[type="radio"][name="town"]').length).toBeGreaterThan(2);
    expect((await tie('Nulleparville')).html().querySelector('.field.err [name="town"]')?.getAttribute('value')).toBe(
      'Nulleparville',
    );
  });

  it('goes with its first post and comes back with it', async () => {
    await desk().post(`/desk/thread/${thread}/posts/1/removal`, { reason: 'other', remark: '' });
    expect(await listed()).toEqual([]);
    expect(await world.reader.query('select * from thread_town')).toEqual([]);
    await undoLast();
    expect(await listed()).toEqual(['Le mât du lavoir']);
  });

  it('is tied to another one and untied, and each undo puts back what was before', async () => {
    expect((await tie('Metz')).status).toBe(303);
    expect([await listed(), await said()]).toEqual([[], 'Metz (57)']);
    await undoLast();
    expect([await listed(), await said()]).toEqual([['Le mât du lavoir'], 'Peltre (57)']);
    expect((await desk().post(`/desk/thread/${thread}/town`)).status).toBe(303);
    expect([await listed(), await said()]).toEqual([[], undefined]);
    await undoLast();
    expect(await said()).toBe('Peltre (57)');
  });

  it('is tied by those alone who moderate it', async () => {
    const elsewhere = await world.thread({ category: 'ailleurs', title: 'Un autre', text: 'Ailleurs.' });
    expect((await tie('Metz', elsewhere)).status).toBe(404);
    const member = await world.member('Ada');
    const sent = await world.visitor(member.cookie).post(`/desk/thread/${thread}/town`, { town: 'Metz' });
    expect(sent.status).toBe(404);
    expect(await said()).toBe('Peltre (57)');
  });
});
