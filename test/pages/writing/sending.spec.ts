import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formWith } from '../../form.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let ada: Person;
let thread: number;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes' });
  await world.category({ slug: 'libre', hold: 'nobody' });
  await world.category({ slug: 'comptes', guestsWrite: false });
  await world.category({ slug: 'finie', closed: true });
  await world.category({ slug: 'entre-nous', audience: 'members' });
  ada = await world.member('Ada');
  thread = await world.thread({
    category: 'villes',
    title: '42 caméras à Val-Brézin',
    text: 'Où est l’étude ?',
    by: ada.visitor,
  });
});
afterAll(() => world.close());

function stored(text: string): Promise<{ id: string; status: string; author: string }[]> {
  return world.writer.query(`select id, status, author_name as author from desk.submission where source = $1`, [text]);
}

async function key(): Promise<string> {
  const preview = await world.visitor().post(`/thread/${thread}/replies`, { text: 'Pour la clé', action: 'preview' });
  return formWith(preview.html(), 'key').fields['key'] ?? '';
}

describe('a field that comes twice', () => {
  const FORM = { text: ['La première version.', 'La seconde version.'], name: ['Lou', 'Lou'], action: 'send' };

  it.each(['post', 'send'] as const)('loses neither of its texts: the form has both (%s)', async (way) => {
    const guest = world.visitor();
    const answer =
      way === 'post'
        ? await guest.post(`/thread/${thread}/replies`, FORM)
        : await guest.send(`/thread/${thread}/replies`, FORM, []);
    expect(answer.status).toBe(422);
    const back = answer.html().querySelector(`form[action="/thread/${thread}/replies"]`);
    expect(back?.querySelector('textarea')?.text.trim()).toBe('La première version.\n\nLa seconde version.');
    expect(back?.querySelector('[name=name]')?.getAttribute('value')).toBe('Lou');
    const { action, fields } = formWith(answer.html(), 'text');
    const again = await guest.post(action, { ...fields, action: 'preview' });
    expect([again.status, again.html().querySelectorAll('.as-seen .text p').length]).toEqual([200, 2]);
    expect(await stored('La première version.')).toEqual([]);
  });

  it('is one text where both are the same, and a title keeps its two as well', async () => {
    const answer = await world.visitor().post('/category/villes/threads', {
      title: ['Un titre', 'Un autre'],
      text: ['Deux fois.', 'Deux fois.'],
    });
    const back = answer.html().querySelector('form[action="/category/villes/threads"]');
    expect([
      answer.status,
      back?.querySelector('[name=title]')?.getAttribute('value'),
      back?.querySelector('textarea')?.text.trim(),
    ]).toEqual([422, 'Un titre Un autre', 'Deux fois.']);
  });

  it('of an account comes back, too', async () => {
    const answer = await world.visitor().post('/register', { name: ['Lou', 'Loup'], password: 'x' });
    expect(answer.status).toBe(422);
    expect(answer.html().querySelector('input[name=name]')?.getAttribute('value')).toBe('Lou Loup');
  });
});

describe('a guest without scripts', () => {
  it('previews a reply, sends what was previewed, and lands on their own page', async () => {
    const guest = world.visitor();
    const preview = await guest.post(`/thread/${thread}/replies`, {
      text: ' Le *plan*,\r\nsans cookie ',
      name: ' Lou ',
      email: 'lou@example.org',
      action: 'preview',
    });
    expect(preview.status).toBe(200);
    expect(preview.headers.get('cache-control')).toBe('no-store');
    expect(await stored('Le *plan*,\nsans cookie')).toEqual([]);
    expect(preview.html().querySelector('.as-seen .text')?.innerHTML).toContain('<em>plan</em>');
    const { action, fields } = formWith(preview.html(), 'key');
    expect(fields).toMatchObject({
      text: 'Le *plan*,\nsans cookie',
      name: 'Lou',
      email: 'lou@example.org',
      key: expect.stringMatching(/^[A-Za-z0-9_-]{24}$/),
    });
    const sent = await guest.post(action, fields);
    expect(sent.status).toBe(303);
    expect(sent.location).toMatch(/^\/follow\/[A-Za-z0-9_-]{32}$/);
    expect(await stored('Le *plan*,\nsans cookie')).toEqual([
      { id: expect.any(String), status: 'waiting', author: 'Lou' },
    ]);
    const follow = await guest.get(sent.location ?? '');
    expect(follow.status).toBe(200);
    expect(follow.html().querySelector('article .text')?.innerHTML).toContain('<em>plan</em>');
    expect(follow.headers.get('x-robots-tag')).toBe('noindex');
    expect(follow.headers.get('cache-control')).toBe('no-store');
    expect(follow.text).not.toContain('lou@example.org');
    expect(guest.cookie).toBe('');
  });

  it('opens a thread in the same two steps', async () => {
    const guest = world.visitor();
    const form = await guest.get('/category/villes/threads/new');
    expect(form.status).toBe(200);
    expect(form.html().querySelector('[name="key"]')).toBeNull();
    const preview = await guest.post('/category/villes/threads', {
      title: 'Un titre à voir',
      text: 'Un texte',
      action: 'preview',
    });
    const { action, fields } = formWith(preview.html(), 'key');
    expect(action).toBe('/category/villes/threads');
    expect((await guest.post(action, fields)).location).toMatch(/^\/follow\//);
    expect((await guest.get('/category/villes')).text).not.toContain('Un titre à voir');
  });

  it('who sends without a key gets the preview with one, and nothing is stored', async () => {
    const answer = await world.visitor().post(`/thread/${thread}/replies`, { text: 'Sans clé' });
    expect(answer.status).toBe(200);
    expect(formWith(answer.html(), 'key').fields['text']).toBe('Sans clé');
    expect(await stored('Sans clé')).toEqual([]);
  });

  it('gets another key with each preview', async () => {
    expect(await key()).not.toBe(await key());
  });

  it('sends twice and is led to the same page, with one submission', async () => {
    const fields = { text: 'Deux clics', name: 'Lou', key: await key() };
    const [first, second] = await Promise.all(
      [1, 2].map(() => world.visitor().post(`/thread/${thread}/replies`, fields)),
    );
    expect(first?.status).toBe(303);
    expect(second?.location).toBe(first?.location);
    expect(await stored('Deux clics')).toHaveLength(1);
  });

  it('who sends another text under the same key gets 409 and the text back', async () => {
    const fields = { text: 'Premier envoi', key: await key() };
    await world.visitor().post(`/thread/${thread}/replies`, fields);
    const answer = await world
      .visitor()
      .post(`/thread/${thread}/replies`, { ...fields, text: 'Autre envoi', name: 'Lou' });
    expect(answer.status).toBe(409);
    const { fields: back } = formWith(answer.html(), 'text');
    expect(back).toMatchObject({ text: 'Autre envoi', name: 'Lou' });
    expect(back['key']).toBeUndefined();
    expect(answer.html().querySelector('[role="alert"]')?.text).toContain('déjà servi');
  });

  it('published at once still lands on their own page, which links to the post', async () => {
    const sent = await world
      .visitor()
      .post('/category/libre/threads', { title: 'Sans attendre', text: 'Un texte', key: await key() });
    expect(sent.location).toMatch(/^\/follow\//);
    const page = await world.visitor().get(sent.location ?? '');
    expect(page.text).toMatch(/href="\/thread\/\d+\/posts\/1"/);
  });

  it('quotes a post without a script', async () => {
    const form = await world.visitor().get(`/thread/${thread}/replies/new?quote=1`);
    const { fields } = formWith(form.html(), 'text');
    expect(fields['text']).toContain('> Où est l’étude ?');
    expect(fields['text']).toContain(`(/thread/${thread}/posts/1)`);
    expect(fields['replyTo']).toBe('1');
    expect((await world.visitor().get(`/thread/${thread}/replies/new?quote=77`)).status).toBe(200);
  });
});

describe('whoever logs in from a page that a form was sent to', () => {
  it.each([
    [
      'a preview of a new thread',
      () => '/category/villes/threads',
      { title: 'Un titre', text: 'Un texte', action: 'preview' },
    ],
    ['a new thread that comes back', () => '/category/villes/threads', { title: '', text: '' }],
    ['a preview of a reply', () => `/thread/${thread}/replies`, { text: 'Un texte', action: 'preview' }],
    ['a reply that comes back', () => `/thread/${thread}/replies`, { text: '' }],
  ])('is led back to where it can be written: %s', async (_what, path, typed) => {
    const page = (await world.visitor().post(path(), typed)).html();
    const links = page
      .querySelectorAll('a[href^="/login"], a[href^="/register"]')
      .map((link) => new URL(link.getAttribute('href') ?? '', world.url));
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      const back = link.searchParams.get('back') ?? '';
      expect(back).toBe(`${path()}/new`);
      expect((await world.visitor(ada.cookie).get(back)).status).toBe(200);
    }
  });
});

describe('a member', () => {
  it('is led to the last page of the thread, where their waiting reply stands for them alone', async () => {
    const sent = await world
      .visitor(ada.cookie)
      .post(`/thread/${thread}/replies`, { text: 'Ma réponse qui attend', key: await key() });
    expect(sent.status).toBe(303);
    const [{ id } = { id: '' }] = await stored('Ma réponse qui attend');
    expect(sent.location).toBe(`/thread/${thread}/42-cameras-a-val-brezin#waiting-${id}`);
  });

  it('is led to its own page after a new thread that waits', async () => {
    const browsing = world.visitor(ada.cookie);
    const sent = await browsing.post('/category/villes/threads', {
      title: 'Mon sujet',
      text: 'Mon texte',
      key: await key(),
    });
    expect(sent.location).toMatch(/^\/me\/submissions\/[0-9a-f-]{36}$/);
    const list = await browsing.get('/me/submissions');
    expect(list.text).toContain('Mon sujet');
    const [{ id } = { id: '' }] = await stored('Mon texte');
    expect(list.html().querySelector(`a[href="/me/submissions/${id}"]`)).not.toBeNull();
    expect((await browsing.get(`/me/submissions/${id}`)).text).toContain('Mon texte');
  });

  it('is led to the post itself when nothing held it', async () => {
    const sent = await world
      .visitor(ada.cookie)
      .post('/category/libre/threads', { title: 'Aussitôt', text: 'Un texte', key: await key() });
    expect(sent.location).toMatch(/^\/thread\/\d+\/posts\/1\?sent=1$/);
  });

  it('sends nothing in another name than the one that was previewed, whoever has logged in or out since', async () => {
    const bea = await world.member('Bérénice');
    for (const [who, others] of [
      [ada.cookie, ['', bea.cookie]],
      ['', [ada.cookie]],
    ] as const) {
      const preview = await world
        .visitor(who)
        .post(`/thread/${thread}/replies`, { text: 'En mon nom', name: 'Lou', action: 'preview' });
      const { action, fields } = formWith(preview.html(), 'key');
      for (const cookie of others) {
        const answer = await world.visitor(cookie).post(action, fields);
        expect(answer.status).toBe(409);
        expect(answer.html().querySelector('[role="alert"]')?.text).toContain('sous un autre nom');
        expect(formWith(answer.html(), 'text').fields['text']).toBe('En mon nom');
        expect(await stored('En mon nom')).toEqual([]);
      }
    }
    const preview = await world
      .visitor(ada.cookie)
      .post(`/thread/${thread}/replies`, { text: 'En mon nom', action: 'preview' });
    const { action, fields } = formWith(preview.html(), 'key');
    expect((await world.visitor(ada.cookie).post(action, fields)).status).toBe(303);
  });

  it('sees nobody else’s submissions, by list or by address', async () => {
    const bea = await world.member('Béa');
    const [{ id } = { id: '' }] = await stored('Mon texte');
    expect(id).not.toBe('');
    expect((await world.visitor(bea.cookie).get(`/me/submissions/${id}`)).status).toBe(404);
    expect((await world.visitor(bea.cookie).get('/me/submissions')).text).not.toContain('Mon sujet');
    expect((await world.visitor().get('/me/submissions')).status).toBe(303);
    for (const act of ['correction', 'withdrawal'])
      expect(
        (
          await world
            .visitor(bea.cookie)
            .post(`/me/submissions/${id}/${act}`, act === 'correction' ? { text: 'Volé', version: '1' } : {})
        ).status,
      ).toBe(404);
  });
});

describe('any error brings everything back', () => {
  it.each([
    ['a text too short', 422, { text: ' ' }, 'text'],
    ['a text too long', 422, { text: 'x'.repeat(20_001) }, 'text'],
    ['an address that is none', 422, { text: 'Un texte', email: 'pas une adresse' }, 'email'],
    ['a name too long', 422, { text: 'Un texte', name: 'n'.repeat(61) }, 'name'],
    ['a member’s name', 422, { text: 'Un texte', name: 'ÀDA' }, 'name'],
    ['a key that is none', 422, { text: 'Un texte', key: 'court' }, null],
  ])('%s', async (_what, status, wrong, field) => {
    const typed = { name: 'Lou', email: 'lou@example.org', key: await key(), ...wrong };
    const answer = await world.visitor().post(`/thread/${thread}/replies`, typed);
    expect(answer.status).toBe(status);
    const { fields } = formWith(answer.html(), 'text');
    expect({ ...fields, text: fields['text']?.trim() }).toMatchObject({
      text: typed.text.trim(),
      name: typed.name,
      email: typed.email,
    });
    expect(answer.html().querySelector('[role="alert"]')).not.toBeNull();
    if (field !== null) {
      const input = answer.html().querySelector(`form [name="${field}"]`);
      expect(input?.getAttribute('aria-invalid')).toBe('true');
      const described = input?.getAttribute('aria-describedby')?.split(' ') ?? [];
      expect(described.some((id) => answer.html().querySelector(`[id="${id}"]`)?.text.includes('À corriger'))).toBe(
        true,
      );
    }
  });

  it.each([
    ['/category/comptes/threads', 403],
    ['/category/finie/threads', 403],
  ])('a place where one may not write: %s', async (path, status) => {
    const typed = { title: 'Un titre', text: 'Un texte à garder', key: await key() };
    const answer = await world.visitor().post(path, typed);
    expect(answer.status).toBe(status);
    expect(formWith(answer.html(), 'text').fields).toMatchObject({ title: 'Un titre', text: 'Un texte à garder' });
    expect((await world.visitor().get(`${path}/new`)).status).toBe(status);
  });

  it.each(['/category/entre-nous/threads', '/category/nulle-part/threads', '/thread/4711/replies'])(
    '%s is not found, with the text',
    async (path) => {
      const answer = await world.visitor().post(path, { text: 'Un texte à garder', key: await key() });
      expect(answer.status).toBe(404);
      expect(answer.text).toContain('Un texte à garder');
    },
  );

  it('too many at once: 429 says when, with everything typed', async () => {
    const narrow = await openWorld({
      config: { limitFactor: 1, limits: { ...world.config.limits, send: { points: 1, seconds: 600 } } },
    });
    await narrow.category({ slug: 'villes' });
    const fields = { title: 'Un titre', text: 'Un texte à garder', name: 'Lou' };
    expect(
      (await narrow.visitor().post('/category/villes/threads', { ...fields, key: 'first-key-of-a-test' })).status,
    ).toBe(303);
    const answer = await narrow.visitor().post('/category/villes/threads', { ...fields, key: 'second-key-of-a-test' });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(formWith(answer.html(), 'text').fields).toMatchObject(fields);
    await narrow.close();
  });
});

describe('the renderer as a service', () => {
  async function ask(
    body: string,
    type = 'application/json',
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const answer = await fetch(`${world.url}/api/preview`, {
      method: 'POST',
      body,
      headers: { 'content-type': type, origin: world.url },
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }

  it('answers what a post would look like, with typography', async () => {
    expect(await ask(JSON.stringify({ text: '{{gras}} : oui !' }))).toEqual({
      status: 200,
      body: { html: '<p><strong>gras</strong>\u00a0: oui\u202f!</p>' },
    });
  });

  it('refuses other shapes, other types and what is too large, in JSON', async () => {
    expect((await ask('{"text": 3}')).status).toBe(422);
    expect((await ask('{"text": "a", "status": "published"}')).status).toBe(422);
    expect((await ask('{')).status).toBe(400);
    expect((await ask(JSON.stringify({ text: 'x'.repeat(20_001) }))).status).toBe(413);
    expect((await ask(JSON.stringify({ text: 'x'.repeat(2_000_000) }))).status).toBe(413);
    expect((await ask('text', 'text/plain')).status).toBe(415);
  });

  it('gives every place twenty a second, and then says when to come back', async () => {
    const narrow = await openWorld({ config: { limitFactor: 1 } });
    const ask20 = () =>
      fetch(`${narrow.url}/api/preview`, {
        method: 'POST',
        body: '{"text":"oui"}',
        headers: { 'content-type': 'application/json' },
      });
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await ask20()).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
    const { points } = narrow.config.limits.preview;
    const more = await Promise.all(Array.from({ length: points }, () => ask20()));
    const refused = more.find(({ status }) => status === 429);
    expect(refused?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await refused?.json()).toMatchObject({ error: 'too-many' });
    await narrow.close();
  });
});
