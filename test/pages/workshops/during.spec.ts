import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Browsing } from '../../browsing.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let desk: Browsing;
let known: Person;
let fresh: Person;
let workshop: number;
let other: number;

/** In the afternoon of the test's day, an hour after its beginning: 15:00 to 16:00 UTC. */
const AT = { start: '2026-11-22T16:00', end: '2026-11-22T17:00' };

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes' });
  await world.category({ slug: 'ailleurs', name: 'Ailleurs' });
  desk = world.visitor((await world.member('Mo', { role: 'moderator', categories: ['villes'] })).cookie);
  known = await world.member('Connue');
  fresh = await world.member('Nouvelle');
  await world.db.owner.query('update private.account set accepted_count = 3 where member_id = $1', [known.id]);
  workshop = await world.workshop({ category: 'villes', title: 'Une marche', ...AT });
  other = await world.thread({ category: 'villes', title: 'Un autre sujet', text: 'Tout autre chose.' });
});
afterAll(() => world.close());

const clock = (time: string) => world.clock.set(new Date(`2026-11-22T${time}Z`));
const set = (members: string, thread = workshop, who = desk): Promise<Answer> =>
  who.post(`/desk/thread/${thread}/during`, { members });

let sent = 0;
/** Whether a reply of theirs waits. */
async function waits(who: Person | null, thread = workshop, text?: string): Promise<boolean> {
  sent += 1;
  world.clock.advance(20_000);
  const said = text ?? `Une question de la salle, ${sent}`;
  const key = `key-during-${sent}`.padEnd(14, '-');
  const answer = await world.visitor(who?.cookie ?? null).post(`/thread/${thread}/replies`, { text: said, key });
  expect(answer.status).toBe(303);
  const [row] = await world.writer.query<{ status: string }>('select status from desk.submission where source = $1', [
    said,
  ]);
  return row?.status === 'waiting';
}

async function undoLast(): Promise<number> {
  const [row] = await world.writer.query<{ id: string }>(
    `select max(id)::text as id from desk.decision where decision in ('during', 'not-during')`,
  );
  return (await desk.post(`/desk/decisions/${row?.id}/undo`, {})).status;
}

const formOf = async (who: Person): Promise<string> => {
  const page = (await world.visitor(who.cookie).get(`/thread/${workshop}`)).location ?? '';
  return (await world.visitor(who.cookie).get(page)).html().querySelector('form[action$="/replies"]')?.text ?? '';
};

describe('a workshop during which known members are not held', () => {
  it('is said by a form that names both ends, once however often it is sent', async () => {
    clock('14:00:00');
    const form = (await desk.get(`/desk/thread/${workshop}`)).html().querySelector('form[action$="/during"]');
    const says = form?.text.replaceAll(/\s/g, ' ') ?? '';
    expect(says).toContain('15 h 45');
    expect(says).toContain('18 h 00');
    expect((await set('yes')).location).toContain('done=');
    expect((await set('yes')).location).not.toContain('done=');
    const rows = await world.writer.query(
      `select thread_id, detail from desk.decision where decision in ('during', 'not-during')`,
    );
    expect(rows).toEqual([{ thread_id: workshop, detail: { during: 1 } }]);
    expect((await desk.get('/desk/log?decision=during')).text).toContain('Une marche');
  });

  it('lets their replies appear from 15 minutes before it until an hour after it, and then the clock ends it', async () => {
    clock('14:44:00');
    expect([await waits(known), (await formOf(known)).includes('après validation')]).toEqual([true, true]);
    clock('14:45:00');
    expect([await waits(known), (await formOf(known)).includes('après validation')]).toEqual([false, false]);
    clock('16:59:00');
    expect(await waits(known)).toBe(false);
    clock('17:00:00');
    expect([await waits(known), (await formOf(known)).includes('après validation')]).toEqual([true, true]);
    const form = (await desk.get(`/desk/thread/${workshop}`)).html().querySelector('form[action$="/during"]');
    expect(form).toBeNull();
  });

  it('holds guests and newcomers as before, long texts, and what is written elsewhere', async () => {
    clock('15:10:00');
    expect(await waits(known)).toBe(false);
    expect([await waits(null), await waits(fresh), await waits(known, other)]).toEqual([true, true, true]);
    expect(await waits(known, workshop, `${'mot '.repeat(2600)}fin`)).toBe(true);
    expect((await formOf(fresh)).includes('après validation')).toBe(true);
  });

  it('is taken back and undone both ways', async () => {
    clock('15:20:00');
    expect((await set('no')).location).toContain('done=');
    expect((await set('no')).location).not.toContain('done=');
    expect(await waits(known)).toBe(true);
    expect([await undoLast(), await waits(known)]).toEqual([303, false]);
    // The row before it: nobody has said anything since that was not undone.
    const [first] = await world.writer.query<{ id: string }>(
      `select id::text from desk.decision where decision = 'during'`,
    );
    expect((await desk.post(`/desk/decisions/${first?.id}/undo`, {})).status).toBe(303);
    expect(await waits(known)).toBe(true);
    expect((await set('yes')).status).toBe(303);
    expect(await waits(known)).toBe(false);
  });

  it('ends with its date when that is cancelled or gone', async () => {
    clock('15:40:00');
    expect(await waits(known)).toBe(false);
    await world.db.owner.query(`update workshop_date set state = 'cancelled', reason = 'ill' where thread_id = $1`, [
      workshop,
    ]);
    expect(await waits(known)).toBe(true);
    expect((await set('yes')).status).toBe(409);
    await world.db.owner.query(`update workshop_date set state = 'planned', reason = null where thread_id = $1`, [
      workshop,
    ]);
    expect(await waits(known)).toBe(false);
  });

  it('is said of no other thread, by nobody else, and with no other word', async () => {
    clock('15:50:00');
    const refused = await set('yes', other);
    expect([refused.status, refused.text.includes('n’a pas de date')]).toEqual([409, true]);
    expect((await set('perhaps')).status).toBe(422);
    const elsewhere = await world.workshop({
      category: 'ailleurs',
      title: 'Une autre',
      ...AT,
      start: '2026-11-22T18:00',
      end: '2026-11-22T19:00',
    });
    expect((await set('yes', elsewhere)).status).toBe(404);
    expect((await set('yes', workshop, world.visitor(known.cookie))).status).toBe(404);
    expect(await world.writer.query('select 1 from thread_during where thread_id = $1', [elsewhere])).toEqual([]);
  });
});
