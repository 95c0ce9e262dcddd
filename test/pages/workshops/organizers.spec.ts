import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formWith, listsIn } from '../../form.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let orga: Person;
let admin: Person;
let id: number;

beforeAll(async () => {
  world = await openWorld();
  id = await world.category({ slug: 'rendez-vous' });
  await world.db.owner.query(`update category set takes = '{thread,workshop}'`);
  orga = await world.member('Olga', { role: 'organizer' });
  admin = await world.member('Augustine', { role: 'administrator' });
});
afterAll(() => world.close());

const as = ({ cookie }: Person) => world.visitor(cookie);
const set = async (organizers: string) => {
  const by = as(admin);
  const { action, fields } = formWith((await by.get(`/categories/${id}`)).html(), 'acceptedUntil');
  return by.post(action, {
    ...fields,
    audience: 'everyone',
    hold: 'all',
    agreement: '1',
    edits: 'held',
    takes: ['thread', 'workshop'],
    organizers,
  });
};
let keys = 0;
const announce = (who: Person, more: Record<string, string> = {}) => {
  world.clock.advance(60_000);
  return as(who).post('/category/rendez-vous/workshops', {
    title: 'Une lecture',
    text: `Un marché, à voix haute (${(keys += 1)}).`,
    town: '57534',
    start: '2026-12-12T14:00',
    end: '2026-12-12T17:00',
    key: `an-announcement-${keys}`,
    ...more,
  });
};

describe('a workshop that an organizer announces', () => {
  it('waits like everybody’s, unless the category says that it appears at once', async () => {
    expect((await announce(orga)).location).toContain('/me/submissions/');
    expect((await set('sometimes')).status).toBe(422);
    expect((await set('at-once')).status).toBe(303);
    expect((await set('')).status).toBe(303);
    expect((await world.reader.query('select organizers from category')).at(0)).toEqual({ organizers: 'at-once' });
    const form = await as(orga).get('/category/rendez-vous/workshops/new');
    const usual = await as(await world.member('Ada')).get('/category/rendez-vous/workshops/new');
    const submit = (page: typeof form) => page.html().querySelector('form[data-writing]')?.text ?? '';
    expect(submit(form)).not.toBe(submit(usual));
    const sent = await announce(orga, { title: 'Tout de suite' });
    expect(sent.location).toMatch(/\/thread\/\d+|\/posts\/1/);
    expect((await world.visitor().get('/workshops')).text).toContain('Tout de suite');
  });

  it('is changed at once by its hosts who are organizers, and not by those who help them', async () => {
    const [thread = 0] = (
      await world.reader.query<{ id: number }>(`select id from thread where title = 'Tout de suite'`)
    ).map((row) => row.id);
    const helper = await world.member('Hugo');
    await as(orga).post(`/thread/${thread}/workshop/hosts`, { action: 'take' });
    await as(orga).post(`/thread/${thread}/workshop/hosts`, { action: 'add', member: 'Hugo' });
    const edit = async (who: Person, place: string) => {
      world.clock.advance(60_000);
      const form = (await as(who).get(`/thread/${thread}/posts/1/edits/new`)).html();
      const { action, fields } = listsIn(form, 'version');
      return as(who).post(action, { ...fields, place });
    };
    await edit(orga, 'Sous la halle');
    expect((await world.visitor().get('/workshops')).text).toContain('Sous la halle');
    await edit(helper, 'Dans la cave');
    expect((await world.visitor().get('/workshops')).text).not.toContain('Dans la cave');
  });

  it('is no plain thread: that waits as before', async () => {
    const plain = { title: 'Un sujet', text: 'Sans date.', key: 'a-plain-thread-of-olga' };
    expect((await as(orga).post('/category/rendez-vous/threads', plain)).status).toBe(303);
    expect((await world.visitor().get('/category/rendez-vous')).text).not.toContain('Un sujet');
  });
});
