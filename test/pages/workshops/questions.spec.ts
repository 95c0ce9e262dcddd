import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Browsing } from '../../browsing.js';
import { openWorld, type World } from '../../world.js';

let world: World;
let desk: Browsing;
let workshop: number;
let plain: number;
let sent = 0;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes', hold: 'nobody' });
  await world.category({ slug: 'relue', name: 'Relue' });
  desk = world.visitor((await world.member('Mo', { role: 'moderator' })).cookie);
  workshop = await world.workshop({ category: 'villes', title: 'Une marche' });
  plain = await world.thread({ category: 'villes', title: 'Un sujet', text: 'Sans question.' });
});
afterAll(() => world.close());

function reply(text: string, more: Record<string, string> = {}, thread = workshop): Promise<Answer> {
  sent += 1;
  world.clock.advance(20_000);
  return world.visitor().post(`/thread/${thread}/replies`, { text, key: `key-of-question-${sent}`, ...more });
}

/** Published at once. @returns its number */
async function write(text: string, more: Record<string, string> = {}): Promise<number> {
  expect((await reply(text, more)).status).toBe(303);
  const [row] = await world.writer.query<{ number: number }>('select number from desk.submission where source = $1', [
    text,
  ]);
  return row?.number ?? 0;
}

async function view(thread = workshop, rest = ''): Promise<Answer> {
  const address = (await world.visitor().get(`/thread/${thread}`)).location ?? '';
  return world.visitor().get(`${address}?view=questions${rest}`);
}

/** Each question, and what answers it. */
async function asked(): Promise<Record<string, number[]>[]> {
  const page = (await view()).html();
  return page.querySelectorAll('[data-question]').map((each) => ({
    [each.getAttribute('data-question') ?? '']: each
      .querySelectorAll('[data-answer]')
      .map((answer) => Number(answer.getAttribute('data-answer'))),
  }));
}

const actOn = (number: number, act: 'removal' | 'restoration') =>
  desk.post(
    `/desk/thread/${workshop}/posts/${number}/${act}`,
    act === 'removal' ? { reason: 'other', remark: '' } : {},
  );

describe('questions in the thread of a workshop', () => {
  let first: number;
  let second: number;
  let answer: number;

  it('are asked by the form of a reply, of workshops alone, and the preview keeps that', async () => {
    expect((await view()).html().querySelector('.lede')?.text).toContain('Personne n’a encore posé');
    const page = async (thread: number) =>
      (await world.visitor().get((await world.visitor().get(`/thread/${thread}`)).location ?? '')).html();
    expect((await page(workshop)).querySelector('select[name="sort"] option[selected]')?.getAttribute('value')).toBe(
      'note',
    );
    expect((await page(workshop)).querySelector('a[href$="?view=questions"]')).not.toBeNull();
    expect((await page(plain)).querySelector('[name="sort"], a[href$="?view=questions"]')).toBeNull();
    const preview = await reply('On se retrouve où ?', { sort: 'question', action: 'preview' });
    expect(preview.html().querySelector('input[name="sort"]')?.getAttribute('value')).toBe('question');
    const wrong = await reply('', { sort: 'question' });
    expect(wrong.status).toBe(422);
    expect(wrong.html().querySelector('[name="sort"] option[selected]')?.getAttribute('value')).toBe('question');
  });

  it('can be asked from their own page, the empty one too, by a form in which that is chosen', async () => {
    const link = (await view()).html().querySelector('[data-ask]')?.getAttribute('href') ?? '';
    expect(link).toBe(`/thread/${workshop}/replies/new?sort=question`);
    const chosen = async (path: string) =>
      (await world.visitor().get(path)).html().querySelector('[name="sort"] option[selected]')?.getAttribute('value');
    expect([await chosen(link), await chosen(`/thread/${workshop}/replies/new`)]).toEqual(['question', 'note']);
    const elsewhere = await world.visitor().get(`/thread/${plain}/replies/new?sort=question`);
    expect([elsewhere.status, elsewhere.html().querySelector('[name="sort"]')]).toEqual([200, null]);
    expect((await world.visitor().get(`/thread/${workshop}/replies/new?sort=x`)).status).toBe(404);
    await desk.post(`/desk/thread/${workshop}/lock`, { locked: 'yes' });
    expect((await view()).html().querySelector('[data-ask]')).toBeNull();
    await desk.post(`/desk/thread/${workshop}/lock`, { locked: 'no' });
  });

  it('stand on a page of their own with their answers, those that nobody has answered first', async () => {
    first = await write('On se retrouve où ?', { sort: 'question' });
    second = await write('Et s’il pleut ?', { sort: 'question' });
    await write('Je viens.', { sort: 'note' });
    expect(await asked()).toEqual([{ [first]: [] }, { [second]: [] }]);
    answer = await write('Devant la mairie.', { replyTo: String(first) });
    await write('Laquelle ?', { sort: 'question', replyTo: String(first) });
    expect(await asked()).toEqual([{ [second]: [] }, { [answer + 1]: [] }, { [first]: [answer] }]);
    const page = (await view()).html();
    expect(page.querySelector(`[data-question="${second}"]`)?.text).toContain('Pas encore de réponse');
    const there = (
      await world.visitor().get((await world.visitor().get(`/thread/${workshop}`)).location ?? '')
    ).html();
    expect(there.querySelector(`#post-${first} [data-question]`)?.text).toBe('Question');
    expect(there.querySelector(`#post-${answer} [data-question]`)).toBeNull();
  });

  it('go with their post and come back with it, and so do answers', async () => {
    expect((await actOn(answer, 'removal')).status).toBe(303);
    expect((await asked())[0]).toEqual({ [first]: [] });
    expect((await actOn(first, 'removal')).status).toBe(303);
    expect((await asked()).map((each) => Object.keys(each)[0])).toEqual([String(second), String(answer + 1)]);
    expect(
      await world.reader.query('select question from post where thread_id = $1 and number = $2', [workshop, first]),
    ).toEqual([{ question: false }]);
    await actOn(first, 'restoration');
    await actOn(answer, 'restoration');
    expect((await asked()).at(-1)).toEqual({ [first]: [answer] });
  });

  it('are asked no more here once they were moved away, and again when that is undone', async () => {
    const moved = await desk.post(`/desk/thread/${workshop}/move`, {
      number: String(second),
      where: 'new',
      title: 'La pluie',
      category: 'villes',
      action: 'do',
    });
    expect(moved.status).toBe(303);
    expect((await asked()).flatMap((each) => Object.keys(each))).not.toContain(String(second));
    const [last] = await world.writer.query<{ id: string }>('select max(id)::text as id from desk.decision');
    expect((await desk.post(`/desk/decisions/${last?.id}/undo`, {})).status).toBe(303);
    expect((await asked())[0]).toEqual({ [second]: [] });
  });

  it('wait at the desk as what they are, are seen by nobody until then, and keep it through an undo', async () => {
    const held = await world.workshop({ category: 'relue', title: 'Une autre marche' });
    expect((await reply('Faut-il un plan ?', { sort: 'question' }, held)).status).toBe(303);
    expect((await desk.get('/desk?category=relue')).html().querySelector('.card-head b')?.text).toBe('Question');
    expect((await view(held)).html().querySelector('[data-question]')).toBeNull();
    const [row] = await world.writer.query<{ id: string }>(
      `select id from desk.submission where source = 'Faut-il un plan ?'`,
    );
    const accept = () => desk.post(`/desk/submissions/${row?.id}/decision`, { decision: 'accept', version: '1' });
    const shown = async () => (await view(held)).html().querySelectorAll('[data-question]').length;
    expect([(await accept()).status, await shown()]).toEqual([303, 1]);
    const [last] = await world.writer.query<{ id: string }>('select max(id)::text as id from desk.decision');
    expect([(await desk.post(`/desk/decisions/${last?.id}/undo`, {})).status, await shown()]).toEqual([303, 0]);
    expect([(await accept()).status, await shown()]).toEqual([303, 1]);
  });

  it('are no other content under the same key, and refused with their text where there is no workshop', async () => {
    const key = 'key-sent-twice-over';
    expect((await reply('Deux fois la même ?', { key, sort: 'question' })).status).toBe(303);
    expect((await reply('Deux fois la même ?', { key, sort: 'question' })).status).toBe(303);
    expect((await reply('Deux fois la même ?', { key })).status).toBe(409);
    const refused = await reply('Une question ailleurs ?', { sort: 'question' }, plain);
    expect([refused.status, refused.html().querySelector('textarea')?.text.trim()]).toEqual([
      422,
      'Une question ailleurs ?',
    ]);
    expect((await reply('Une autre chose', { sort: 'rumour' })).status).toBe(422);
    expect((await view(plain)).status).toBe(404);
  });

  it('are twenty a page, with ten answers each', async () => {
    const asker = await world.workshop({ category: 'villes', title: 'Une foule' });
    await world.db.owner.query(
      `insert into post (thread_id, category_id, number, author_name, author_role, source, html, excerpt,
         renderer_version, reply_to, written_at, published_at, question)
       select p.thread_id, p.category_id, n, '', 'guest', 'x', '<p>x</p>', 'x', p.renderer_version,
         case when n > 22 then 2 end, p.written_at, p.published_at, n <= 22
       from post p, generate_series(2, 34) n where p.thread_id = $1 and p.number = 1`,
      [asker],
    );
    await world.db.owner.query('update thread set last_number = 34, post_count = 34 where id = $1', [asker]);
    const page = (await view(asker)).html();
    expect(page.querySelectorAll('[data-question]').length).toBe(20);
    const next = (await world.visitor().get(page.querySelector('.pages a')?.getAttribute('href') ?? '')).html();
    expect(next.querySelectorAll('[data-question]').map((each) => each.getAttribute('data-question'))).toEqual(['2']);
    expect(next.querySelectorAll('[data-answer]').length).toBe(10);
    expect(next.querySelector('[data-question]')?.text).toContain('La suite des réponses');
    expect([(await view(asker, '&page=3')).status, (await view(asker, '&page=1')).status]).toEqual([404, 301]);
  });
});
