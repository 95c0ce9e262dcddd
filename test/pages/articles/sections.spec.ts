import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'node-html-parser';
import { Decisions } from '../../../src/desk/decisions/decisions.js';
import { knowArticle } from '../../../src/publishing/articles/know-article.js';
import type { ArticlePolicy } from '../../../src/threads/visible.js';
import { formWith } from '../../form.js';
import { hostSite, signed } from '../../host-site.js';
import { openWorld, type Person, type World } from '../../world.js';

const HOME = 'https://feuille.example';
let world: World;
let nadia: Person;
let ada: Person;

beforeAll(async () => {
  world = await openWorld();
  const category = await world.category({ slug: 'feuille', name: 'La Feuille' });
  await hostSite(world.db.owner, {
    slug: 'feuille',
    name: 'La Feuille du Brézin',
    category,
    origins: [HOME],
    licence: 'CC BY-SA 4.0',
  });
  nadia = await world.member('Nadia', { role: 'moderator' });
  ada = await world.member('Ada');
});
// What was sent last is then told by its date.
beforeEach(() => world.clock.advance(1000));
afterAll(() => world.close());

const query = (words: Record<string, string>): string => new URLSearchParams(words).toString();

/** What a page of the site puts behind the address of an article's section. */
function words(identifier: string): string {
  const { title, url, signature } = signed('feuille', identifier);
  return query({ title, url, signature });
}

async function known(
  identifier: string,
  policy: ArticlePolicy | null = null,
  datedAt: Date | null = null,
): Promise<void> {
  const { signature: _, ...article } = signed('feuille', identifier);
  await world.writer.transaction((tx) => knowArticle(tx, { ...article, policy, datedAt }));
}

async function accept(id: string): Promise<void> {
  await world.app
    .get(Decisions, { strict: false })
    .decide(
      nadia.visitor,
      id,
      { decision: 'accept', version: 1, reasons: [], remark: '', language: 'fr' },
      world.clock.now(),
    );
}

async function lastSent(): Promise<{
  id: string;
  thread: number | null;
  number: number | null;
  name: string;
  member: number | null;
}> {
  const { rows } = await world.db.owner.query(
    `select id, thread_id as thread, number, author_name as name, author_id as member from desk.submission
      order by written_at desc, id limit 1`,
  );
  return rows[0] as Awaited<ReturnType<typeof lastSent>>;
}

async function stored(): Promise<number> {
  const { rows } = await world.db.owner.query<{ count: number }>('select count(*)::int as count from desk.submission');
  return rows[0]?.count ?? 0;
}

/** A comment of a guest that is published. */
async function comment(
  identifier: string,
  text: string,
  more: Record<string, string> = {},
): Promise<{ thread: number; number: number }> {
  const { title, url, signature } = signed('feuille', identifier);
  world.clock.advance(1000);
  const answer = await world.visitor().post(`/articles/feuille/${identifier}/comments`, {
    text,
    name: 'Lou',
    key: `clef-${identifier}-${world.clock.now().getTime()}`,
    action: 'send',
    title,
    url,
    signature,
    ...more,
  });
  expect(answer.status).toBe(303);
  const { id } = await lastSent();
  await accept(id);
  const { rows } = await world.db.owner.query<{ thread: number; number: number }>(
    'select thread_id as thread, number from desk.submission where id = $1',
    [id],
  );
  return rows[0] ?? { thread: 0, number: 0 };
}

describe('the fragment of a section', () => {
  it('is a whole one for readers without scripts: comments, the box in its order, whole addresses, no cookie', async () => {
    const { thread } = await comment('331', 'Le conseil de quartier n’a jamais été réuni. {{Jamais}}.');
    await comment('331', 'Voir <quote>ceci</quote> https://ailleurs.example/page', { replyTo: '1' });
    const answer = await world.visitor().get(`/articles/feuille/331/comments.html?${words('331')}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(answer.headers.get('vary')).toBe('Accept-Encoding, Origin');
    expect(answer.text).not.toMatch(/<script|<link|<html|\sstyle=|<img/);
    const page = answer.html();
    expect(
      page
        .querySelectorAll('.branches > li > article')
        .map((post) => [post.id, post.getAttribute('class'), post.getAttribute('data-root')]),
    ).toEqual([
      ['post-1', 'post', '1'],
      ['post-2', 'post answer', '1'],
    ]);
    expect(page.querySelector('#post-1 .text')?.innerHTML).toBe(
      '<p>Le conseil de quartier n’a jamais été réuni. <strong>Jamais</strong>.</p>',
    );
    const leads = page
      .querySelectorAll('[href], [action]')
      .map((each) => each.getAttribute('href') ?? each.getAttribute('action') ?? '');
    expect(leads.filter((to) => !/^(https?:|mailto:|#)/.test(to))).toEqual([]);
    expect(leads).toContain(`${world.config.publicUrl}/thread/${thread}/posts/1`);
    expect(leads).toContain('https://feuille.example/article331');
    expect(page.querySelector('.section-foot')?.textContent).toContain('CC BY-SA 4.0');
    const box = page.querySelector('form');
    const said = (box?.textContent ?? '').replace(/[\s\u00a0\u202f]+/g, ' ');
    const order = [
      'Répondre à cet article',
      'modération a priori',
      'Attention, votre message n’apparaîtra qu’après avoir été relu et approuvé.',
      'Qui êtes-vous ?',
      '[Se connecter]',
      'Pseudonyme (facultatif)',
      'Ajoutez votre commentaire ici',
      '{{gras}} {italique} -*liste [texte->url] <quote> <code>',
      '<q> <del> <ins>',
      'Markdown',
      'laissez simplement des lignes vides',
      'Prévisualiser',
    ];
    expect(
      order
        .map((each) => said.replaceAll('&lt;', '<').replaceAll('&gt;', '>').indexOf(each))
        .every((at, index, all) => at >= 0 && (index === 0 || at > (all[index - 1] ?? 0))),
    ).toBe(true);
    expect(box?.getAttribute('action')).toBe(`${world.config.publicUrl}/articles/feuille/331/comments`);
    expect(page.querySelector('a[href*="/login?back="]')?.getAttribute('href')).toBe(
      `${world.config.publicUrl}/login?back=${encodeURIComponent('/articles/feuille/331')}`,
    );
  });

  it('says when nothing changed, and changes at once with a publication', async () => {
    const path = `/articles/feuille/331/comments.html?${words('331')}`;
    const etag = (await world.visitor().get(path)).headers.get('etag') ?? '';
    const same = await world.visitor().get(path, { 'if-none-match': etag });
    expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', etag]);
    await comment('331', 'Une nouvelle');
    const fresh = await world.visitor().get(path, { 'if-none-match': etag });
    expect([fresh.status, fresh.text.includes('Une nouvelle')]).toEqual([200, true]);
  });

  it('is read by scripts of the listed origins alone, and is a guest’s for whoever is logged in', async () => {
    const path = '/articles/feuille/331/comments.html';
    const listed = await world.visitor(nadia.cookie).get(path, { origin: HOME });
    expect(listed.headers.get('access-control-allow-origin')).toBe(HOME);
    expect(listed.headers.get('access-control-allow-credentials')).toBeNull();
    for (const origin of [
      'https://autre.example',
      'null',
      'http://feuille.example',
      'https://feuille.example.autre.example',
    ])
      expect((await world.visitor().get(path, { origin })).headers.get('access-control-allow-origin')).toBeNull();
    const asGuest = await world.visitor().get(path);
    expect(listed.text).toBe(asGuest.text);
    expect(listed.text).not.toContain('Nadia');
  });

  it('has twenty comments a page, and the others on the section’s own page', async () => {
    const { thread } = await comment('long', 'Premier');
    await world.db.owner.query(
      `insert into post (thread_id, category_id, number, root, author_role, source, html, excerpt, renderer_version,
        written_at, published_at)
       select $1, category_id, n, n, 'guest', 'x', '<p>x</p>', 'x', 1, $2, $2 from thread, generate_series(2, 45) n
         where id = $1`,
      [thread, world.clock.now()],
    );
    await world.db.owner.query('update thread set last_number = 45, post_count = 45 where id = $1', [thread]);
    const path = '/articles/feuille/long/comments.html';
    const [first, third, beyond] = await Promise.all(
      [path, `${path}?page=3`, `${path}?page=99`].map((each) => world.visitor().get(each)),
    );
    expect(first?.html().querySelectorAll('article')).toHaveLength(20);
    expect(first?.html().querySelector('.pages a[rel=next]')?.getAttribute('href')).toMatch(
      /\/thread\/\d+\/article-long\?page=2$/,
    );
    expect([third, beyond].map((answer) => answer?.html().querySelectorAll('article').length)).toEqual([5, 5]);
    expect((await world.visitor().get(`/thread/${thread}/posts/45`)).location).toContain('?page=3#post-45');
  });

  it('says in its own place what is wrong', async () => {
    const refused = async (path: string): Promise<[number, string]> => {
      const answer = await world.visitor().get(path);
      expect(answer.text).not.toContain('<html');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      return [answer.status, answer.html().querySelector('.palabre-comments [role=status]')?.textContent ?? ''];
    };
    expect(await refused('/articles/nulle-part/331/comments.html')).toEqual([
      404,
      expect.stringContaining('n’héberge pas'),
    ]);
    expect(await refused('/articles/feuille/inconnu/comments.html')).toEqual([
      403,
      expect.stringContaining('signature'),
    ]);
    expect(await refused(`/articles/feuille/inconnu/comments.html?${words('autre')}`)).toEqual([
      403,
      expect.stringContaining('signature'),
    ]);
    await known('ferme', 'closed');
    await known('membres', 'members');
    await known('vieux', null, new Date('2019-01-01'));
    await world.db.owner.query(`update host_site set closes_after = 30 where slug = 'feuille'`);
    const place = async (identifier: string): Promise<string> => {
      const page = (await world.visitor().get(`/articles/feuille/${identifier}/comments.html`)).html();
      expect(page.querySelector('form')).toBeNull();
      return page.querySelector('.slip')?.textContent ?? '';
    };
    expect(await place('ferme')).toContain('fermé');
    expect(await place('membres')).toMatch(/Forum sur abonnement.*\[Se connecter\]/);
    expect(await place('vieux')).toContain('Cet article date');
    await world.db.owner.query(`update host_site set closes_after = null`);
  });
});

describe('beside the sections', () => {
  it('stands how many comments the articles of a list have, the same for one that nobody has heard of', async () => {
    await comment('compte', 'Un');
    await comment('compte', 'Deux');
    const path = '/articles/feuille/counts.json?id=compte&id=331&id=jamais-vu';
    const answer = await world.visitor().get(path, { origin: HOME });
    expect(JSON.parse(answer.text)).toMatchObject({ compte: 2, 'jamais-vu': 0 });
    expect([answer.headers.get('content-type'), answer.headers.get('access-control-allow-origin')]).toEqual([
      'application/json; charset=utf-8',
      HOME,
    ]);
    expect((await world.visitor().get(path, { 'if-none-match': answer.headers.get('etag') ?? '' })).status).toBe(304);
    await comment('compte', 'Trois');
    expect(JSON.parse((await world.visitor().get(path)).text)).toMatchObject({ compte: 3 });
  });

  it('stands JSON whatever a script asks for: nothing for no article, the first 200 of more, a problem for a site that is not', async () => {
    const counts = '/articles/feuille/counts.json';
    const nothing = await world.visitor().get(counts, { origin: HOME });
    expect([nothing.status, nothing.text, nothing.headers.get('access-control-allow-origin')]).toEqual([
      200,
      '{}',
      HOME,
    ]);
    const many = await world
      .visitor()
      .get(`${counts}?${Array.from({ length: 230 }, (_, each) => `id=a${each}`).join('&')}`);
    expect([many.status, Object.keys(JSON.parse(many.text)).length]).toEqual([200, 200]);
    expect(JSON.parse((await world.visitor().get(`${counts}?id=${'x'.repeat(201)}&id=compte`)).text)).toMatchObject({
      compte: 3,
    });
    for (const path of [
      '/articles/nulle-part/counts.json?id=1',
      '/articles/nulle-part/counts.json',
      `${counts}?id=%00`,
    ]) {
      const answer = await world.visitor().get(path);
      expect([path, answer.status, answer.headers.get('content-type'), JSON.parse(answer.text).error]).toEqual([
        path,
        404,
        'application/json; charset=utf-8',
        'not-found',
      ]);
    }
  });

  it('are feeds, of a section and of the site, by names and without any address of anybody', async () => {
    const { thread } = await comment('flux', 'Dans le {{flux}} & <q>dehors</q>', {
      email: 'lou@example.org',
      name: 'Lou & <Lou>',
    });
    for (const path of ['/articles/feuille/flux/comments.xml', '/articles/feuille/comments.xml']) {
      const answer = await world.visitor().get(path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/rss+xml; charset=utf-8']);
      const item = /<item>.*?<\/item>/s.exec(answer.text)?.[0] ?? '';
      expect(item).toContain(`<link>${world.config.publicUrl}/thread/${thread}/posts/1</link>`);
      expect(item).toContain('<dc:creator>Lou &amp; &lt;Lou&gt;</dc:creator>');
      expect(item).toContain('&lt;strong&gt;flux&lt;/strong&gt;');
      expect(answer.text).not.toContain('lou@example.org');
    }
    await known('sans');
    expect((await world.visitor().get('/articles/feuille/sans/comments.xml')).text).not.toContain('<item>');
    expect((await world.visitor().get('/articles/feuille/jamais-vu/comments.xml')).status).toBe(404);
  });
});

describe('a form that stands elsewhere', () => {
  const fields = { text: 'Écrit {{là-bas}}', name: 'Lou', email: 'lou@example.org' };

  it.each([['null'], ['https://autre.example'], [HOME]])(
    'sent with Origin %s gets the preview here; nothing is stored, and no cookie looked at',
    async (origin) => {
      const before = await stored();
      const answer = await world
        .visitor(nadia.cookie)
        .post('/articles/feuille/331/comments', { ...fields, action: 'send', key: 'une-clef-quelconque' }, { origin });
      expect([answer.status, await stored()]).toEqual([200, before]);
      expect(answer.text).not.toContain('Nadia');
      expect(answer.headers.get('set-cookie')).toBeNull();
      const page = answer.html();
      expect(page.querySelector('.as-seen .text')?.innerHTML).toBe('<p>Écrit <strong>là-bas</strong></p>');
      const form = formWith(page, 'key');
      expect(form.action).toBe('/articles/feuille/331/comments');
      const sent = await world.visitor().post(form.action, form.fields);
      expect(sent.status).toBe(303);
      expect(sent.location).toMatch(/^\/follow\/[\w-]{32}$/);
      expect(await lastSent()).toMatchObject({ name: 'Lou', member: null });
    },
  );

  it('comes back with its text in it when it is wrong', async () => {
    for (const [more, words] of [
      [{ text: 'x' }, 'caractères'],
      [{ name: 'Ada' }, 'compte'],
      [{ email: 'lou@' }, 'adresse'],
    ] as const) {
      const answer = await world
        .visitor()
        .post('/articles/feuille/331/comments', { ...fields, ...more }, { origin: 'null' });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(words);
      expect(formWith(answer.html(), 'text').fields).toMatchObject({ ...fields, ...more });
    }
    const closed = await world.visitor().post('/articles/feuille/ferme/comments', fields, { origin: 'null' });
    expect([closed.status, closed.html().querySelector('textarea')?.textContent.trim()]).toEqual([403, fields.text]);
    for (const [path, status] of [
      ['/articles/feuille/inconnu/comments', 403],
      ['/articles/nulle-part/331/comments', 404],
    ] as const) {
      const answer = await world.visitor().post(path, fields, { origin: 'null' });
      expect([answer.status, answer.html().querySelector('textarea')?.textContent.trim()]).toEqual([
        status,
        fields.text,
      ]);
    }
    const long = await world
      .visitor()
      .post('/articles/feuille/331/comments', { ...fields, text: 'é'.repeat(20_001) }, { origin: 'null' });
    expect([long.status, long.html().querySelector('textarea')?.textContent.trim().length]).toEqual([422, 20_001]);
    const huge = await world
      .visitor()
      .post('/articles/feuille/331/comments', { ...fields, text: 'x'.repeat(300_000) }, { origin: 'null' });
    expect([huge.status, huge.html().querySelector('textarea')?.textContent.trim().length]).toEqual([413, 300_000]);
  });

  it('opens no other door: the wall stands everywhere else', async () => {
    const { rows } = await world.db.owner.query<{ thread: number }>(
      `select thread_id as thread from article where identifier = '331'`,
    );
    for (const path of [
      `/thread/${rows[0]?.thread}/replies`,
      '/articles/feuille/331/comments.html',
      '/articles/feuille/331',
      '/follow',
    ])
      expect((await world.visitor().post(path, fields, { origin: HOME })).status).toBeGreaterThanOrEqual(403);
  });
});

describe('a script on a page of the site', () => {
  const json = { accept: 'application/json' };

  it('sends as a guest whoever is logged in, and is told where to follow it', async () => {
    const { title, url, signature } = signed('feuille', 'script');
    world.clock.advance(1000);
    const fields = { text: 'Par un script', name: 'Lou', title, url, signature, key: 'une-clef-de-script' };
    const answer = await world
      .visitor(ada.cookie)
      .post('/articles/feuille/script/comments', fields, { ...json, origin: HOME });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('access-control-allow-origin')).toBe(HOME);
    const { follow, code, published } = JSON.parse(answer.text) as {
      follow: string;
      code: string;
      published: boolean;
    };
    expect(follow).toMatch(new RegExp(`^${world.config.publicUrl}/follow/[\\w-]{32}$`));
    expect(code).toMatch(/^[a-z]{4}-[a-z]{4}-[a-z]{4}$/);
    expect(published).toBe(false);
    expect(await lastSent()).toMatchObject({ name: 'Lou', member: null });
    const again = await world.visitor().post('/articles/feuille/script/comments', fields, { ...json, origin: HOME });
    expect(JSON.parse(again.text)).toMatchObject({ follow, code });
    const page = await world.visitor().get(new URL(follow).pathname);
    expect(page.html().querySelector('h1')?.textContent).toBe('Votre commentaire a bien été enregistré');
    expect(page.html().querySelector('input[name=code]')?.getAttribute('value')).toBe(code);
  });

  it('of any other origin is refused, and one of a listed origin is told in words what is wrong', async () => {
    const before = await stored();
    for (const origin of ['https://autre.example', 'null']) {
      const answer = await world
        .visitor()
        .post('/articles/feuille/331/comments', { text: 'Bonjour', key: 'encore-une-clef-1' }, { ...json, origin });
      expect([
        answer.status,
        JSON.parse(answer.text).error,
        answer.headers.get('access-control-allow-origin'),
      ]).toEqual([403, 'origin-unlisted', null]);
    }
    const wrong = await world
      .visitor()
      .post('/articles/feuille/331/comments', { text: 'x', key: 'encore-une-clef-2' }, { ...json, origin: HOME });
    expect([wrong.status, JSON.parse(wrong.text).fields]).toEqual([422, { text: expect.stringContaining('20') }]);
    const odd = await world
      .visitor()
      .post('/articles/feuille/331/comments', { text: 'Bonjour', member_id: '1' }, { ...json, origin: HOME });
    expect([odd.status, odd.headers.get('content-type')]).toEqual([422, expect.stringContaining('json')]);
    expect(await stored()).toBe(before);
  });
});

describe('the own page of a section', () => {
  it('is an empty one with the box before its first comment, tells of nothing that waits, and writes nothing', async () => {
    const path = `/articles/feuille/neuf?${words('neuf')}`;
    const before = await world.visitor().get(path);
    expect(before.status).toBe(200);
    expect(before.html().querySelector('h1')?.textContent).toBe('Article neuf');
    expect(before.html().querySelector('.title a[href="https://feuille.example/articleneuf"]')?.textContent).toContain(
      'La Feuille du Brézin',
    );
    const fragment = await world.visitor().get(`/articles/feuille/neuf/comments.html?${words('neuf')}`);
    const form = formWith(before.html(), 'text');
    const preview = await world
      .visitor(ada.cookie)
      .post(form.action, { ...form.fields, as: 'Ada', text: 'CANARI', action: 'preview' });
    const again = formWith(preview.html(), 'key');
    const sent = await world.visitor(ada.cookie).post(again.action, again.fields);
    expect(sent.location).toMatch(/^\/articles\/feuille\/neuf\?.*#waiting-/);
    expect((await world.visitor(ada.cookie).get(sent.location ?? '')).text).toContain('CANARI');
    expect((await world.visitor().get(path)).text).toBe(before.text);
    expect((await world.visitor().get(`/articles/feuille/neuf/comments.html?${words('neuf')}`)).text).toBe(
      fragment.text,
    );
    for (const hidden of ['/articles/feuille/neuf', '/articles/feuille/neuf/comments.html'])
      expect((await world.visitor().get(hidden)).status).toBe(403);
    await accept((await lastSent()).id);
    expect((await world.visitor().get('/articles/feuille/neuf')).location).toMatch(/^\/thread\/\d+\/article-neuf$/);
    expect((await world.visitor().get('/articles/feuille/neuf?to=1')).location).toMatch(
      /^\/thread\/\d+\/replies\/new\?to=1$/,
    );
    expect((await world.visitor().get(`/articles/feuille/neuf/comments.html?${words('neuf')}`)).text).toContain(
      'CANARI',
    );
  });

  it.each([
    ['after', 'paraîtra aussitôt'],
    ['before', 'n’apparaîtra qu’après avoir été relu'],
  ] as const)(
    'says by the policy « %s » of its article what becomes of a comment, with help to write',
    async (policy, told) => {
      const name = `regle-${policy}`;
      await world.db.owner.query(`update host_site set first_held = false`);
      await known(name, policy);
      const path = `/articles/feuille/${name}`;
      const box = async (at: string) => (await world.visitor().get(at)).html().querySelector('form.writing');
      expect((await box(path))?.text).toContain(told);
      expect((await box(path))?.querySelector('[data-marks] [data-mark="bold"]')).not.toBeNull();
      expect((await box(path))?.querySelector('details.fold code')).not.toBeNull();
      const sent = { text: 'Le premier.', key: `clef-de-${name}`, action: 'send' };
      expect((await world.visitor().post(`${path}/comments`, sent)).status).toBe(303);
      const last = await lastSent();
      if (policy === 'before') await accept(last.id);
      const thread = (await world.visitor().get(path)).location ?? '';
      expect(thread).toMatch(/^\/thread\//);
      expect((await box(thread))?.text).toContain(told);
      expect((await box(thread))?.querySelector('[data-marks] [data-mark="bold"]')).not.toBeNull();
      const elsewhere = (await world.visitor().get(`${path}/comments.html`)).html().querySelector('form.writing');
      expect(elsewhere?.text).toContain(told);
      expect(elsewhere?.querySelector('[data-marks]') ?? null).toBeNull();
    },
  );

  it('is the thread’s page: the way back, both times, the box, an answer to one comment, terms and plain links', async () => {
    const { title, url, signature } = signed('feuille', 'page');
    world.clock.advance(1000);
    await world.visitor().post('/articles/feuille/page/comments', {
      text: 'Écrit à midi',
      key: 'clef-de-la-page-1',
      title,
      url,
      signature,
    });
    world.clock.advance(7_200_000);
    await accept((await lastSent()).id);
    const there = (await world.visitor().get('/articles/feuille/page')).location ?? '';
    const page = (await world.visitor().get(there)).html();
    expect(page.querySelector('.title .spoken')?.textContent).toBe('Forum de l’article');
    expect(page.querySelector('.title a[href="https://feuille.example/articlepage"]')).not.toBeNull();
    expect(page.querySelector('#post-1 .meta')?.textContent).toMatch(/écrit .* plus tôt/);
    expect(page.querySelector('#post-1 [data-reply]')?.textContent).toContain('Répondre à ce message');
    expect(page.querySelector('form h2')?.textContent).toBe('Répondre à cet article');
    expect(page.querySelector('.section-foot a[href^="mailto:?subject="]')).not.toBeNull();
    const share = (await world.visitor().get('/articles/feuille/page/share?server=@lou@toot.example')).html();
    expect(share.querySelector('a[href^="https://toot.example/share?text="]')?.getAttribute('href')).toContain(
      encodeURIComponent('https://feuille.example/articlepage'),
    );
    expect((await world.visitor().get('/articles/feuille/page/share?server=javascript:alert(1)')).text).not.toMatch(
      /href="(javascript|https:\/\/javascript)/,
    );
    for (const [typed, name] of [
      ['mastodon.example', 'mastodon.example'],
      ['https://Toot.example/@lou', 'toot.example'],
      ['@lou@exämple.org', 'xn--exmple-cua.org'],
    ] as const)
      expect(
        (await world.visitor().get(`/articles/feuille/page/share?${query({ server: typed })}`))
          .html()
          .querySelector('a[href*="/share?text="]')
          ?.getAttribute('href'),
      ).toContain(`https://${name}/share?text=`);
    for (const typed of [
      'user:pw@m.example',
      'https://user@m.example',
      'm.example:99999',
      'm.example:443',
      '127.0.0.1',
      '0x7f.1',
      '１２７.0.0.1',
      '[::1]',
      'localhost',
      'm..example',
      '-m.example',
      'm.example?x',
      'm_m.example',
      '',
    ]) {
      const again = await world.visitor().get(`/articles/feuille/page/share?${query({ server: typed })}`);
      expect([typed, again.status, again.html().querySelector('a[href*="/share?text="]')]).toEqual([typed, 422, null]);
      expect(again.html().querySelector('[name="server"]')?.getAttribute('value')).toBe(typed);
      expect(again.html().querySelector('.why')?.textContent).toContain('sans port ni mot de passe');
    }
    const reply = (await world.visitor().get('/articles/feuille/page?to=1')).location ?? '';
    const form = formWith((await world.visitor().get(reply)).html(), 'text');
    expect(form.fields['replyTo']).toBe('1');
    const room = (await world.visitor().get('/category/feuille')).html();
    expect(room.querySelector('a[href$="/threads/new"]')).toBeNull();
    expect((await world.visitor().get('/category/feuille/threads/new')).status).toBe(403);
  });
});

describe('the page of what was commented', () => {
  it('names the article and its section once each, by words that tell them apart', async () => {
    const { title, url, signature } = signed('feuille', 'suivi');
    const sent = await world.visitor().post('/articles/feuille/suivi/comments', {
      text: 'Un commentaire suivi',
      key: 'clef-pour-un-suivi',
      title,
      url,
      signature,
    });
    const links = async () =>
      (await world.visitor().get(sent.location ?? ''))
        .html()
        .querySelectorAll('main a[href]')
        .map((a) => [a.textContent, a.getAttribute('href') ?? '']);
    const article = ['Lire l’article sur La Feuille du Brézin', url];
    expect((await links()).filter(([, href]) => href === url)).toEqual([article]);
    await accept((await lastSent()).id);
    const after = await links();
    expect(after.filter(([, href]) => href === url)).toEqual([article]);
    const toSection = after.filter(([, href]) => /^\/thread\/\d+\/[^/]+$/.test(href ?? ''));
    expect(toSection).toHaveLength(1);
    expect(after.filter(([words]) => words === toSection[0]?.[0])).toHaveLength(1);
  });
});

describe('the short code', () => {
  it('leads to the follow page, however it is typed, and guessing is slowed down', async () => {
    const { title, url, signature } = signed('feuille', 'code');
    const sent = await world.visitor().post('/articles/feuille/code/comments', {
      text: 'Avec un code',
      key: 'clef-pour-un-code',
      title,
      url,
      signature,
    });
    const code =
      parse((await world.visitor().get(sent.location ?? '')).text)
        .querySelector('input[name=code]')
        ?.getAttribute('value') ?? '';
    for (const typed of [code, ` ${code.toUpperCase()} `, code.replaceAll('-', ''), code.replaceAll('-', ' ')])
      expect((await world.visitor().post('/follow', { code: typed })).location).toBe(sent.location);
    const wrong = await world.visitor().post('/follow', { code: 'aaaa-aaaa-aaaa' });
    expect([wrong.status, wrong.html().querySelector('input[name=code]')?.getAttribute('value')]).toEqual([
      422,
      'aaaa-aaaa-aaaa',
    ]);
    const { rows } = await world.db.owner.query(
      `select code_hash, code_box from desk.submission where code_hash is not null`,
    );
    expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''));
  });
});
