import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browsing } from '../../browsing.js';
import { formWith } from '../../form.js';
import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let ada: Person;
let nadia: Browsing;
let thread: number;
let sent = 0;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes' });
  ada = await world.member('Ada');
  nadia = world.visitor((await world.member('Nadia', { role: 'moderator' })).cookie);
  thread = await world.thread({ category: 'villes', title: 'Un sujet', text: 'Premier message', by: ada.visitor });
});
afterAll(() => world.close());

/** A guest's reply; answers the address of its page and its id. */
async function follow(text: string): Promise<{ path: string; id: string }> {
  sent += 1;
  const { location } = await world
    .visitor()
    .post(`/thread/${thread}/replies`, { text, name: 'Lou', email: 'lou@example.org', key: `key-of-follow-${sent}` });
  const [row] = await world.writer.query<{ id: string }>('select id from desk.submission where source = $1', [text]);
  return { path: location ?? '', id: row?.id ?? '' };
}

function decide(id: string, decision: string, more: Record<string, string> = {}) {
  return nadia.post(`/desk/submissions/${id}/decision`, { decision, version: '1', ...more });
}

describe('the page of what a guest sent', () => {
  it('says since when it waits and the usual delay', async () => {
    const earlier = await world.thread({ category: 'villes', title: 'Relu', text: 'Le premier de vingt.' });
    for (let number = 2; number <= 20; number++) await world.reply(earlier, `Numéro ${number}`);
    await world.db.owner.query(
      `update post set written_at = published_at - interval '40 minutes' where thread_id = $1`,
      [earlier],
    );
    await world.reply(earlier, 'Que tout le monde relise.');
    const { path } = await follow('Depuis quand');
    await until(async () => expect((await world.visitor().get(path)).text).toContain('Délai habituel'));
    expect((await world.visitor().get(path)).html().querySelector('.flag')?.text).toBe('En attente depuis un instant');
    world.clock.advance(3 * 60_000);
    const page = await world.visitor().get(path);
    expect(page.html().querySelector('.flag')?.text).toMatch(/3\smin/);
    expect(page.text).toMatch(/Délai habituel\s: 40\smin/);
    expect(page.html().querySelector('meta[name="robots"]')?.getAttribute('content')).toContain('noindex');
    expect(page.html().querySelector('[name="address"]')?.text.trim()).toBe(`${world.url}${path}`);
  });

  it('is the same 404 for every token that opens nothing', async () => {
    const wrong = `/follow/${'A'.repeat(32)}`;
    const answers = await Promise.all(
      [wrong, '/follow/court', `/follow/${'é'.repeat(32)}`].map((path) => world.visitor().get(path)),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    for (const act of ['correction', 'edits'])
      expect((await world.visitor().post(`${wrong}/${act}`, { text: 'Un texte', version: '1' })).status).toBe(404);
    expect((await world.visitor().post(`${wrong}/withdrawal`)).status).toBe(404);
  });

  it('corrects what waits, as its next version, whose earlier one is kept for the desk', async () => {
    const { path, id } = await follow('Avec une fotte');
    const guest = world.visitor();
    const { action, fields } = formWith((await guest.get(path)).html(), 'text');
    expect(action).toBe(`${path}/correction`);
    expect((await guest.post(action, { ...fields, text: 'Avec une faute' })).location).toBe(path);
    expect((await guest.get(path)).text).toContain('Avec une faute');
    const record = await nadia.get(`/desk/submissions/${id}`);
    expect(record.text).toContain('Avec une fotte');
    expect(record.html().querySelector('[data-version]')?.getAttribute('data-version')).toBe('2');
  });

  it('gives the text back when it was corrected in another window meanwhile', async () => {
    const { path } = await follow('Deux fenêtres');
    await world.visitor().post(`${path}/correction`, { text: 'La première', version: '1' });
    const answer = await world.visitor().post(`${path}/correction`, { text: 'La seconde', version: '1' });
    expect(answer.status).toBe(409);
    expect(formWith(answer.html(), 'text').fields).toMatchObject({ text: 'La seconde', version: '2' });
  });

  it('gives the text back when a correction is too short, with the error at its field', async () => {
    const { path } = await follow('À raccourcir');
    const answer = await world.visitor().post(`${path}/correction`, { text: ' ', version: '1' });
    expect(answer.status).toBe(422);
    expect(answer.html().querySelector('textarea[name="text"]')?.getAttribute('aria-invalid')).toBe('true');
    expect(await world.writer.query(`select 1 from desk.submission where source = 'À raccourcir'`)).toHaveLength(1);
  });

  it.each([
    ['refuse', { reason: 'off-topic', remark: 'Un mot pour vous' }],
    ['spam', {}],
  ] as const)('keeps the text after a decision to %s, but does not take it up again', async (decision, more) => {
    const { path, id } = await follow(`Décidé ${decision}`);
    await decide(id, decision, more);
    const page = await world.visitor().get(path);
    expect(page.text).toContain(`Décidé ${decision}`);
    if (decision === 'refuse') expect(page.text).toContain('Un mot pour vous');
    const answer = await world.visitor().post(`${path}/correction`, { text: 'Encore une fois', version: '1' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Encore une fois');
  });

  it('withdraws: the page says so, and nothing is left at the desk', async () => {
    const { path, id } = await follow('À reprendre chez soi');
    expect((await world.visitor().post(`${path}/withdrawal`, { version: '1' })).location).toBe(path);
    const page = await world.visitor().get(path);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('À reprendre chez soi');
    expect((await nadia.get('/desk')).text).not.toContain('À reprendre chez soi');
    const record = await nadia.get(`/desk/submissions/${id}`);
    expect(record.text).not.toContain('À reprendre chez soi');
    expect(record.text).not.toContain('Lou');
    expect((await decide(id, 'accept')).status).toBe(409);
  });

  it('links to the post once it is published, and withdraws it there', async () => {
    const { path, id } = await follow('Publié puis repris');
    await decide(id, 'accept');
    const link =
      (await world.visitor().get(path))
        .html()
        .querySelector(`a[href^="/thread/${thread}/posts/"]`)
        ?.getAttribute('href') ?? '';
    const post = await world.visitor().get((await world.visitor().get(link)).location ?? '');
    expect(post.text).toContain('Publié puis repris');
    await world.visitor().post(`${path}/withdrawal`);
    const gone = await world.visitor().get((await world.visitor().get(link)).location ?? '');
    expect(gone.text).not.toContain('Publié puis repris');
    expect(gone.text).toContain('retiré par son auteur·ice');
  });

  it('says that the post was taken down, and why', async () => {
    const { path, id } = await follow('Publié puis retiré');
    await decide(id, 'accept');
    const [{ number = 0 } = {}] = await world.writer.query<{ number: number }>(
      'select number from desk.submission where id = $1',
      [id],
    );
    await nadia.post(`/desk/thread/${thread}/posts/${number}/removal`, {
      reason: 'advertising',
      remark: 'Le magasin, non ; l’avis, oui.',
    });
    const page = await world.visitor().get(path);
    expect(page.text).toMatch(/publicité/i);
    expect(page.html().querySelector('.remark')?.text).toMatch(/Le magasin, non\s; l’avis, oui\./);
    expect(page.text).not.toContain(`href="/thread/${thread}/posts/${number}"`);
  });

  it('never shows the address that was given, to anybody', async () => {
    const { path, id } = await follow('Avec un courriel');
    expect(await world.writer.query('select email from desk.submission where id = $1', [id])).toEqual([
      { email: 'lou@example.org' },
    ]);
    for (const page of [
      await world.visitor().get(path),
      await nadia.get('/desk'),
      await nadia.get(`/desk/submissions/${id}`),
    ])
      expect(page.text).not.toContain('lou@example.org');
  });
});

describe('all that a member sent', () => {
  it('is listed newest first, twenty at a time, none lost or twice', async () => {
    const bea = await world.member('Béa');
    const browsing = world.visitor(bea.cookie);
    for (let at = 0; at < 45; at += 1) {
      if (at % 10 === 0) world.clock.advance(1000);
      await browsing.post(`/thread/${thread}/replies`, { text: `Numéro ${at}`, key: `key-of-my-list-${at}` });
    }
    const found: string[] = [];
    let path: string | undefined = '/me/submissions';
    const sizes: number[] = [];
    while (path !== undefined) {
      const page = (await browsing.get(path)).html();
      const rows = page.querySelectorAll('a[href^="/me/submissions/"]').map((link) => link.getAttribute('href') ?? '');
      sizes.push(rows.length);
      found.push(...rows);
      path = page.querySelector('a[rel="next"]')?.getAttribute('href');
    }
    expect(sizes).toEqual([20, 20, 5]);
    expect(new Set(found).size).toBe(45);
  });

  it('can be corrected and withdrawn there', async () => {
    const browsing = world.visitor(ada.cookie);
    await browsing.post('/category/villes/threads', {
      title: 'Mon sujet',
      text: 'Mon texte',
      key: 'key-of-my-thread',
    });
    const [{ id = '' } = {}] = await world.writer.query<{ id: string }>(
      `select id from desk.submission where source = 'Mon texte'`,
    );
    const { action, fields } = formWith((await browsing.get(`/me/submissions/${id}`)).html(), 'text');
    expect(fields).toMatchObject({ title: 'Mon sujet', text: 'Mon texte', version: '1' });
    expect((await browsing.post(action, { ...fields, title: 'Mon meilleur sujet' })).location).toBe(
      `/me/submissions/${id}`,
    );
    expect(await world.writer.query('select title, version from desk.submission where id = $1', [id])).toEqual([
      { title: 'Mon meilleur sujet', version: 2 },
    ]);
    expect((await browsing.post(`/me/submissions/${id}/withdrawal`)).location).toBe(`/me/submissions/${id}`);
    expect((await browsing.get('/me/submissions')).text).not.toContain('Mon meilleur sujet');
  });

  it('includes the withdrawal of a post from its thread', async () => {
    const number = await world.reply(thread, 'Repris sur place', ada.visitor);
    const browsing = world.visitor(ada.cookie);
    const other = world.visitor((await world.member('Chloé')).cookie);
    expect((await other.post(`/thread/${thread}/posts/${number}/withdrawal`)).status).toBe(404);
    expect((await world.visitor().post(`/thread/${thread}/posts/${number}/withdrawal`)).status).toBe(403);
    const answer = await browsing.post(`/thread/${thread}/posts/${number}/withdrawal`);
    expect(answer.location).toBe(`/thread/${thread}/posts/${number}`);
    expect(
      (await world.visitor().get((await world.visitor().get(answer.location ?? '')).location ?? '')).text,
    ).not.toContain('Repris sur place');
  });
});
