import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browsing } from '../../browsing.js';
import { formWith } from '../../form.js';
import { triedUndoings, wronglyOffered } from '../../offered-undoings.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let ada: Person;
let nadia: Browsing;
let omar: Browsing;
let thread: number;
let sent = 0;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes' });
  await world.category({ slug: 'ailleurs' });
  ada = await world.member('Ada');
  nadia = world.visitor((await world.member('Nadia', { role: 'moderator' })).cookie);
  omar = world.visitor((await world.member('Omar', { role: 'moderator', categories: ['villes'] })).cookie);
  thread = await world.thread({ category: 'villes', title: 'Un sujet', text: 'Premier message', by: ada.visitor });
});
afterAll(async () => {
  const all = await triedUndoings(world);
  await world.close();
  expect(wronglyOffered(all)).toEqual([]);
});

async function waiting(text: string, who: Browsing = world.visitor()): Promise<{ id: string; location: string }> {
  sent += 1;
  const { location } = await who.post(`/thread/${thread}/replies`, { text, key: `key-of-deciding-${sent}` });
  const [row] = await world.writer.query<{ id: string }>(
    'select id from desk.submission where source = $1 order by written_at desc',
    [text],
  );
  return { id: row?.id ?? '', location: location ?? '' };
}

function decide(who: Browsing, id: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return who.post(`/desk/submissions/${id}/decision`, { version: '1', ...fields }, headers);
}

async function status(id: string): Promise<string | undefined> {
  return (await world.writer.query<{ status: string }>('select status from desk.submission where id = $1', [id]))[0]
    ?.status;
}

describe('the desk', () => {
  it('shows each waiting submission as an article with a form to its decision and the version', async () => {
    const { id } = await waiting('Une réponse avec [un lien](https://example.org/x)');
    const page = await nadia.get(`/desk?hand=${id}`);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const card = page.html().querySelector(`article[data-submission="${id}"]`);
    const form = card?.querySelector(`form[action="/desk/submissions/${id}/decision"]`);
    expect(form?.querySelector('input[type="hidden"][name="version"]')?.getAttribute('value')).toBe('1');
    expect(form?.querySelector('button[name="decision"][value="accept"]')).not.toBeNull();
    expect(card?.text).toContain('https://example.org/x');
    expect(card?.text).toContain('Premier message');
    for (const value of ['return', 'refuse', 'spam'])
      expect(card?.querySelector(`button[name="decision"][value="${value}"]`)).not.toBeNull();
  });

  it('does not exist for guests, members and organizers', async () => {
    const { id } = await waiting('Pas pour vous');
    const organizer = world.visitor((await world.member('Inès', { role: 'organizer' })).cookie);
    for (const who of [world.visitor(), world.visitor(ada.cookie), organizer]) {
      for (const path of [
        '/desk',
        `/desk/submissions/${id}`,
        `/desk/thread/${thread}/posts/1/removal`,
        `/desk/thread/${thread}/posts/1/restoration`,
      ])
        expect((await who.get(path)).status).toBe(404);
      expect((await decide(who, id, { decision: 'accept' })).status).toBe(404);
      expect((await who.post(`/desk/thread/${thread}/posts/1/removal`, { reason: 'other' })).status).toBe(404);
    }
    expect(await status(id)).toBe('waiting');
  });

  it('gives a next page by rel=next, 50 at a time, and keeps the place after a decision', async () => {
    const tokens = await Promise.all(Array.from({ length: 60 }, (_, at) => waiting(`Suite ${at}`)));
    expect(tokens).toHaveLength(60);
    const first = await nadia.get('/desk');
    expect(first.html().querySelectorAll('article[data-submission]')).toHaveLength(50);
    const next = first.html().querySelector('a[rel="next"]')?.getAttribute('href') ?? '';
    expect(next).toMatch(/^\/desk\?before=/);
    const second = await nadia.get(next);
    const cards = second.html().querySelectorAll('article[data-submission]');
    expect(cards.length).toBeGreaterThanOrEqual(10);
    const id = cards[0]?.getAttribute('data-submission') ?? '';
    const answer = await decide(nadia, id, { decision: 'accept' }, { referer: `${world.url}${next}` });
    expect(answer.status).toBe(303);
    expect(answer.location).toMatch(/&done=[1-9]\d*$/);
    expect(answer.location?.replace(/&done=.*/, '')).toBe(next);
    expect((await nadia.get(answer.location ?? '')).html().querySelector('[role="status"]')?.text).toContain(
      'accepté',
    );
    await world.db.owner.query(`update desk.submission set status = 'spam' where status = 'waiting'`);
  });
});

describe('a decision over HTTP', () => {
  it('accepts: the thread shows the post, and the guest’s page says so', async () => {
    const { id, location } = await waiting('Accepté par le web');
    expect((await world.visitor().get(`/thread/${thread}/un-sujet`)).text).not.toContain('Accepté par le web');
    expect((await decide(omar, id, { decision: 'accept' })).location).toMatch(/^\/desk\?done=[1-9]\d*$/);
    expect((await world.visitor().get(`/thread/${thread}`)).status).toBe(301);
    const pages = await world.writer.query<{ number: number }>(
      'select number from post where thread_id = $1 and source = $2',
      [thread, 'Accepté par le web'],
    );
    expect(pages).toHaveLength(1);
    expect((await world.visitor().get(location)).text).toContain(`/thread/${thread}/posts/${pages[0]?.number}`);
  });

  it('edits and accepts from the field of the card', async () => {
    const { id } = await waiting('Avec une injure');
    await decide(nadia, id, { decision: 'accept', text: 'Sans injure' });
    const record = await nadia.get(`/desk/submissions/${id}`);
    expect(record.text).toContain('Avec une injure');
    expect(record.text).toContain('Sans injure');
    expect(
      await world.writer.query('select source from post where thread_id = $1 and source like $2', [thread, '%injure']),
    ).toEqual([{ source: 'Sans injure' }]);
  });

  it('returns with a remark, and the guest corrects: the same submission waits again as its next version', async () => {
    const { id, location } = await waiting('À reprendre');
    await decide(nadia, id, { decision: 'return', remark: 'Ôtez le nom de famille.' });
    const guest = world.visitor();
    const page = await guest.get(location);
    expect(page.text).toContain('Ôtez le nom de famille.');
    const { action, fields } = formWith(page.html(), 'text');
    expect(fields).toMatchObject({ text: 'À reprendre', version: '1' });
    expect((await guest.post(action, { ...fields, text: 'Repris' })).location).toBe(location);
    const card = (await nadia.get(`/desk?hand=${id}`)).html().querySelector(`article[data-submission="${id}"]`);
    expect(card?.getAttribute('data-version')).toBe('2');
    expect(card?.text).toContain('Repris');
  });

  it('refuses only with a reason, which its author reads and nobody else', async () => {
    const { id, location } = await waiting('À refuser');
    const answer = await decide(nadia, id, { decision: 'refuse', remark: 'Un mot à garder' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Un mot à garder');
    expect(await status(id)).toBe('waiting');
    expect(
      (await decide(nadia, id, { decision: 'refuse', reason: 'personal-data', remark: 'Un mot à garder' })).status,
    ).toBe(303);
    const page = await world.visitor().get(location);
    expect(page.text).toContain('Un mot à garder');
    expect(page.html().querySelector('.slip.bad')?.text).toMatch(/personnelles/);
  });

  it('that lost the race answers 409 with who and when, and gives the words back', async () => {
    const { id } = await waiting('Pour deux');
    await decide(omar, id, { decision: 'accept' });
    world.clock.advance(12_000);
    const answer = await decide(nadia, id, { decision: 'refuse', reason: 'other', remark: 'Mes mots' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Déjà traité par Omar');
    expect(answer.text).toMatch(/il y a 12\ss/);
    expect(answer.text).toContain('Mes mots');
    expect(await status(id)).toBe('published');
  });

  it('about a corrected text answers 409 and shows the new version, ready to be decided', async () => {
    const { id, location } = await waiting('Version une');
    await world.visitor().post(`${location}/correction`, { text: 'Version deux', version: '1' });
    const answer = await decide(nadia, id, { decision: 'accept' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Version deux');
    expect(formWith(answer.html(), 'version')).toMatchObject({
      action: `/desk/submissions/${id}/decision`,
      fields: { version: '2' },
    });
    expect((await decide(nadia, id, { decision: 'accept', version: '2' })).status).toBe(303);
  });

  it('in another category answers 404, as for one that never was', async () => {
    const outside = world.visitor((await world.member('Zoé', { role: 'moderator', categories: ['ailleurs'] })).cookie);
    const { id } = await waiting('Chasse gardée');
    const there = await outside.get(`/desk/submissions/${id}`);
    const nowhere = await outside.get('/desk/submissions/00000000-0000-4000-8000-000000000000');
    expect(there.status).toBe(404);
    expect(there.text.replaceAll(id, '')).toBe(nowhere.text.replaceAll('00000000-0000-4000-8000-000000000000', ''));
    for (const decision of ['accept', 'return', 'refuse', 'spam'])
      expect((await decide(outside, id, { decision, reason: 'other' })).status).toBe(404);
    expect((await outside.get('/desk')).text).not.toContain('Chasse gardée');
    expect((await outside.get(`/desk/thread/${thread}/posts/1/removal`)).status).toBe(404);
    expect((await outside.post(`/desk/thread/${thread}/posts/1/removal`, { reason: 'other' })).status).toBe(404);
    expect(await status(id)).toBe('waiting');
    await decide(nadia, id, { decision: 'spam' });
  });

  it('sent a hundred times in parallel by two moderators happens exactly once', async () => {
    const { id } = await waiting('Cent à la fois');
    const kinds = ['accept', 'return', 'refuse', 'spam'];
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        decide(at % 2 === 0 ? nadia : omar, id, { decision: kinds[at % 4] ?? '', reason: 'other' }),
      ),
    );
    const statuses = answers.map((answer) => answer.status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([303, ...Array.from({ length: 99 }, () => 409)]);
    expect(await world.writer.query('select 1 from desk.decision where submission_id = $1', [id])).toHaveLength(1);
  });

  it('refuses what the form does not have', async () => {
    const { id } = await waiting('Champs inconnus');
    const wrong: Record<string, string>[] = [
      { decision: 'publish' },
      { decision: 'accept', status: 'published' },
      { decision: 'accept', version: '-1' },
      { decision: 'accept', version: '' },
    ];
    for (const fields of wrong) expect((await decide(nadia, id, fields)).status).toBe(422);
    expect(await status(id)).toBe('waiting');
  });
});

describe('taking down', () => {
  it('needs a reason, leaves a tombstone with it, and can be undone', async () => {
    const number = await world.reply(thread, 'À retirer du fil', ada.visitor);
    const address = `/desk/thread/${thread}/posts/${number}`;
    const page = await nadia.get(`${address}/removal`);
    expect(page.text).toContain('À retirer du fil');
    expect((await nadia.post(`${address}/removal`, { remark: 'Sans motif' })).status).toBe(422);
    const answer = await nadia.post(`${address}/removal`, { reason: 'personal-data', remark: 'Une plaque' });
    expect(answer.location).toBe(`/thread/${thread}/posts/${number}`);
    const shown = (await world.visitor().get((await world.visitor().get(answer.location ?? '')).location ?? ''))
      .html()
      .querySelector(`#post-${number}`);
    expect(shown?.text).not.toContain('À retirer du fil');
    expect(shown?.text).not.toContain('Ada');
    expect(shown?.text).not.toContain('Une plaque');
    expect((await nadia.post(`${address}/removal`, { reason: 'other' })).status).toBe(409);
    expect((await nadia.get(`${address}/restoration`)).text).toContain('À retirer du fil');
    expect((await nadia.post(`${address}/restoration`)).status).toBe(303);
    const back = (await world.visitor().get((await world.visitor().get(answer.location ?? '')).location ?? ''))
      .html()
      .querySelector(`#post-${number}`);
    expect(back?.text).toContain('À retirer du fil');
    expect(back?.text).toContain('Ada');
    expect((await nadia.post(`${address}/restoration`)).status).toBe(409);
  });

  it('of post 1 takes title and slug with it, everywhere, until it is restored', async () => {
    const other = await world.thread({
      category: 'villes',
      title: 'Titre diffamant',
      text: 'Un texte',
      by: ada.visitor,
    });
    await nadia.post(`/desk/thread/${other}/posts/1/removal`, { reason: 'insult' });
    for (const path of ['/', '/recent', '/category/villes', '/user/Ada', `/thread/${other}/sujet`]) {
      const page = await world.visitor().get(path);
      expect(page.text).not.toContain('diffamant');
    }
    const old = await world.visitor().get(`/thread/${other}/titre-diffamant`);
    expect(old.location).toBe(`/thread/${other}/sujet`);
    await nadia.post(`/desk/thread/${other}/posts/1/restoration`);
    expect((await world.visitor().get(`/thread/${other}/titre-diffamant`)).text).toContain('Titre diffamant');
  });
});
