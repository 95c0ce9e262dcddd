import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readArticles } from '../../../src/administration/host-sites/read-articles.js';
import type { Browsing } from '../../browsing.js';
import { openWorld, type World } from '../../world.js';
import { signed } from '../../host-site.js';

let world: World;
let admin: Browsing;
let others: Browsing[];

const SITE = {
  name: 'La Feuille',
  origins: 'https://feuille.example\r\nhttp://127.0.0.1:8080/',
  threading: 'one-level',
  closesAfter: '',
  firstHeld: 'yes',
  licence: 'CC BY-SA',
};
const ARTICLE = {
  identifier: '331',
  title: 'La place passe sous vidéo',
  url: 'https://feuille.example/article331',
  dated: '2026-11-19',
};

beforeAll(async () => {
  world = await openWorld();
  admin = world.visitor((await world.member('Ada', { role: 'administrator' })).cookie);
  others = [
    world.visitor(),
    ...(await Promise.all([world.member('Mira'), world.member('Nadia', { role: 'moderator' })])).map(({ cookie }) =>
      world.visitor(cookie),
    ),
  ];
});
afterAll(() => world.close());

async function rows<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  return (await world.db.owner.query<T>(sql, values)).rows;
}

async function article(identifier: string): Promise<number> {
  return (await rows<{ id: number }>('select id from article where identifier = $1', [identifier]))[0]?.id ?? 0;
}

describe('a site elsewhere', () => {
  it('is made with its category, its key and nothing that lets strangers in', async () => {
    expect((await admin.post('/sites', { ...SITE, slug: '' })).location).toBe('/sites/la-feuille?saved=yes');
    expect(
      await rows(
        `select h.slug, h.origins, c.slug as category, c.hold, length(k.key) as key from host_site h join category c
          on c.id = h.category_id join private.host_site_key k on k.site_id = h.id`,
      ),
    ).toEqual([
      {
        slug: 'la-feuille',
        origins: ['https://feuille.example', 'http://127.0.0.1:8080'],
        category: 'la-feuille',
        hold: 'all',
        key: 43,
      },
    ]);
    expect((await admin.get('/sites/la-feuille?saved=yes')).text).toContain(
      'palabre-comments site=&quot;la-feuille&quot;',
    );
  });

  it('does not exist for anybody else', async () => {
    for (const who of others) {
      for (const path of ['/sites', '/sites/la-feuille']) expect([302, 404]).toContain((await who.get(path)).status);
      for (const path of [
        '/sites',
        '/sites/la-feuille',
        '/sites/la-feuille/key',
        '/sites/la-feuille/articles',
        '/sites/la-feuille/feed',
      ])
        expect((await who.post(path, path.endsWith('key') ? {} : SITE)).status).toBe(404);
    }
  });

  it('gives back what was typed when something is wrong, and changes nothing', async () => {
    for (const origins of [
      'feuille.example',
      'https://*.example',
      'https://feuille.example/journal',
      'ftp://feuille.example',
      'null',
    ]) {
      const answer = await admin.post('/sites/la-feuille', { ...SITE, name: 'Autre nom', origins });
      expect([
        origins,
        answer.status,
        answer.text.includes(`value="Autre nom"`),
        answer.text.includes('sans chemin ni étoile'),
      ]).toEqual([origins, 422, true, true]);
    }
    expect((await admin.post('/sites', { ...SITE, slug: 'la-feuille' })).status).toBe(422);
    expect(await rows('select name from host_site')).toEqual([{ name: 'La Feuille' }]);
  });

  it('has its key changed: what the old one has signed opens nothing more', async () => {
    const before = await rows('select key from private.host_site_key');
    expect((await admin.post('/sites/la-feuille/key', {})).status).toBe(303);
    expect(await rows('select key from private.host_site_key')).not.toEqual(before);
  });
});

describe('its articles', () => {
  it('are made known by hand, once, and open an empty section', async () => {
    expect((await admin.post('/sites/la-feuille/articles', ARTICLE)).location).toBe(
      '/sites/la-feuille?added=1&skipped=0',
    );
    const again = await admin.post('/sites/la-feuille/articles', { ...ARTICLE, title: 'La place, revue' });
    expect([
      again.status,
      again.text.includes('value="La place, revue"'),
      again.text.includes('déjà celui d’un article'),
    ]).toEqual([422, true, true]);
    expect(await rows('select identifier, title, thread_id from article')).toEqual([
      { identifier: '331', title: ARTICLE.title, thread_id: null },
    ]);
    expect((await world.visitor().get('/articles/la-feuille/331')).text).toContain(ARTICLE.title);
    const wrong = await admin.post('/sites/la-feuille/articles', {
      ...ARTICLE,
      identifier: ' ',
      url: 'javascript:alert(1)',
    });
    expect([wrong.status, wrong.text.includes('javascript:alert(1)')]).toEqual([422, true]);
  });

  it('come from a feed or a sitemap that is pasted, twice is once', async () => {
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>
      <item><title>Deux &amp; demi</title><link>https://feuille.example/spip.php?article332</link><guid>a-332</guid><pubDate>Thu, 19 Nov 2026 10:00:00 +0100</pubDate></item>
      <item><title>Sans adresse</title></item></channel></rss>`;
    for (let turn = 0; turn < 2; turn++)
      expect((await admin.post('/sites/la-feuille/feed', { xml: feed, naming: 'number' })).location).toBe(
        '/sites/la-feuille?added=1&skipped=1',
      );
    expect(await rows(`select title, url, dated_at from article where identifier = '332'`)).toEqual([
      {
        title: 'Deux & demi',
        url: 'https://feuille.example/spip.php?article332',
        dated_at: new Date('2026-11-19T09:00:00Z'),
      },
    ]);
    const not = await admin.post('/sites/la-feuille/feed', {
      xml: '<html>ceci n’est pas un flux</html>',
      naming: 'number',
    });
    expect([not.status, not.text.includes('ceci n’est pas un flux')]).toEqual([422, true]);
  });

  it('of every kind of file are read as their site calls them', () => {
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:x</id><title>A</title><link href="https://a.example/2026/la-place.html"/><updated>2026-01-02T03:04:05Z</updated></entry></feed>';
    expect(readArticles(atom, 'last-part')?.articles).toEqual([
      { identifier: 'la-place', title: 'A', url: 'https://a.example/2026/la-place.html', datedAt: expect.any(Date) },
    ]);
    expect(readArticles(atom, 'guid')?.articles[0]?.identifier).toBe('urn:x');
    const map =
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/la-halle</loc><lastmod>2026-02-03</lastmod></url><url><loc>ftp://a.example/x</loc></url></urlset>';
    expect(readArticles(map, 'last-part')).toEqual({
      articles: [
        {
          identifier: 'la-halle',
          title: 'la halle',
          url: 'https://a.example/la-halle',
          datedAt: new Date('2026-02-03'),
        },
      ],
      skipped: 1,
    });
    expect(readArticles('rien', 'guid')).toBeNull();
  });

  it('have a day of the calendar between 1900 and 2100, or none', async () => {
    for (const dated of [
      '-005000-01-01',
      '+012026-01-01',
      '2026-02-30',
      '1899-12-31',
      '2101-01-01',
      '2026-1-1',
      'hier',
    ]) {
      const answer = await admin.post('/sites/la-feuille/articles', { ...ARTICLE, identifier: 'jour', dated });
      expect([dated, answer.status, answer.text.includes(`value="${dated}"`)]).toEqual([dated, 422, true]);
    }
    const days = (lastmod: string): unknown =>
      readArticles(
        `<urlset><url><loc>https://a.example/x</loc><lastmod>${lastmod}</lastmod></url></urlset>`,
        'last-part',
      )?.articles[0]?.datedAt;
    expect(['-005000-01-01', '+012026-01-01', '1899-12-31', '2101-01-02'].map(days)).toEqual([null, null, null, null]);
    expect(['1900-01-01', '2100-12-31'].map(days)).toEqual([new Date('1900-01-01'), new Date('2100-12-31')]);
    const feed =
      '<rss version="2.0"><channel><item><title>Vieux</title><link>https://a.example/article9</link><pubDate>-005000-01-01</pubDate></item></channel></rss>';
    expect((await admin.post('/sites/la-feuille/feed', { xml: feed, naming: 'number' })).status).toBe(303);
    expect(await rows(`delete from article where identifier = '9' returning dated_at`)).toEqual([{ dated_at: null }]);
  });

  it('come from a feed of 300 kB however its encoding swells it, and of a longer one the answer says what to do', async () => {
    const feed = (size: number): string =>
      `<urlset>${'<!--<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<-->'.repeat(size / 60)}</urlset>`;
    expect((await admin.post('/sites/la-feuille/feed', { xml: feed(300_000), naming: 'number' })).location).toBe(
      '/sites/la-feuille?skipped=0',
    );
    const answer = await admin.post('/sites/la-feuille/feed', { xml: feed(600_000), naming: 'number' });
    expect([answer.status, answer.text.includes('plusieurs fois'), answer.text.includes('20 000')]).toEqual([
      413,
      true,
      false,
    ]);
    expect((await admin.post('/sites/la-feuille/articles', { ...ARTICLE, title: 'x'.repeat(300_000) })).status).toBe(
      413,
    );
  });

  it('change their words and policy, and a removed one takes nothing more', async () => {
    const id = await article('332');
    const change = { title: 'Deux', url: 'https://feuille.example/deux', dated: '', policy: 'closed', removed: 'yes' };
    expect((await admin.post(`/sites/la-feuille/articles/${id}`, change)).status).toBe(303);
    expect(await rows('select title, url, dated_at, policy, removed from article where id = $1', [id])).toEqual([
      { title: 'Deux', url: 'https://feuille.example/deux', dated_at: null, policy: 'closed', removed: true },
    ]);
    expect((await admin.post(`/sites/la-feuille/articles/${id}`, { ...change, policy: 'perhaps' })).status).toBe(422);
    expect((await admin.get(`/sites/autre/articles/${id}`)).status).toBe(404);
    await admin.post(`/sites/la-feuille/articles/${id}`, { ...change, policy: '', removed: '' });
  });

  it('keep their section under another identifier, and two sections become one', async () => {
    const [id, other] = [await article('331'), await article('332')];
    expect((await admin.post(`/sites/la-feuille/articles/${id}/aliases`, { alias: 'la-place' })).status).toBe(303);
    expect((await admin.post(`/sites/la-feuille/articles/${other}/aliases`, { alias: 'la-place' })).status).toBe(422);
    expect((await admin.post(`/sites/la-feuille/articles/${other}/aliases`, { alias: '331' })).status).toBe(422);
    expect((await admin.post('/sites/la-feuille/articles', { ...ARTICLE, identifier: 'la-place' })).status).toBe(422);
    const feed =
      '<rss version="2.0"><channel><item><title>Autre titre</title><link>https://a.example/la-place</link></item></channel></rss>';
    expect((await admin.post('/sites/la-feuille/feed', { xml: feed, naming: 'last-part' })).status).toBe(303);
    expect(await rows('select title, url from article where id = $1', [id])).toEqual([
      { title: ARTICLE.title, url: ARTICLE.url },
    ]);
    const { thread } = await world.comment(signed('la-feuille', '331'), 'Le bruit de la perceuse.');
    expect((await admin.post(`/sites/la-feuille/articles/${id}/merge`, { into: '332' })).location).toBe(
      `/sites/la-feuille/articles/${other}?saved=yes`,
    );
    expect(await rows('select identifier, thread_id as thread from article')).toEqual([{ identifier: '332', thread }]);
    for (const name of ['331', 'la-place', '332'])
      expect((await world.visitor().get(`/articles/la-feuille/${name}`)).location).toMatch(
        new RegExp(`^/thread/${thread}/deux`),
      );
    expect((await admin.post(`/sites/la-feuille/articles/${other}/merge`, { into: '331' })).status).toBe(422);
    await admin.post('/sites/la-feuille/articles', { ...ARTICLE, identifier: '333' });
    const double = signed('la-feuille', '333');
    await world.comment(double, 'Sous le double de la page.');
    expect(
      (await admin.post(`/sites/la-feuille/articles/${await article('333')}/merge`, { into: '332' })).status,
    ).toBe(303);
    const page = await world.visitor().get((await world.visitor().get('/articles/la-feuille/333')).location ?? '');
    expect([page.text.includes('Le bruit de la perceuse.'), page.text.includes('Sous le double de la page.')]).toEqual(
      [true, true],
    );
    expect((await admin.get('/sites')).text).toMatch(/1\sarticle/);
  });

  describe('of which two sections became one', () => {
    const merge = async (one: string, into: string): Promise<string> => {
      expect((await admin.post(`/sites/la-feuille/articles/${await article(one)}/merge`, { into })).status).toBe(303);
      return (
        (await rows<{ id: string }>(`select max(id)::text as id from desk.decision where decision = 'merge'`))[0]
          ?.id ?? ''
      );
    };
    const undo = (id: string) => admin.post(`/desk/decisions/${id}/undo`, { back: '/desk' });
    const known = () =>
      rows(
        `select a.*, array(select identifier from article_alias where article_id = a.id order by 1) as aliases
          from article a where identifier like 'deux-%' order by a.identifier`,
      );
    const threads = () => rows('select id, title, slug, retired, moved_to from thread order by id');

    async function two(name: string): Promise<{ id: number; thread: number }> {
      for (const each of ['a', 'b'])
        await admin.post('/sites/la-feuille/articles', {
          ...ARTICLE,
          identifier: `deux-${name}-${each}`,
          title: `${name} ${each}`,
        });
      const id = await article(`deux-${name}-a`);
      await admin.post(`/sites/la-feuille/articles/${id}/aliases`, { alias: `deux-${name}-alias` });
      const { thread } = await world.comment(signed('la-feuille', `deux-${name}-a`), 'Sous le premier.');
      await world.comment(signed('la-feuille', `deux-${name}-b`), 'Sous le second.');
      return { id, thread };
    }

    it('are two again when that is undone: words, policy, names and messages', async () => {
      const { id, thread } = await two('un');
      await admin.post(`/sites/la-feuille/articles/${id}`, {
        title: 'Un premier',
        url: ARTICLE.url,
        dated: '2026-01-02',
        policy: 'members',
        removed: 'yes',
      });
      await world.db.owner.query(`update thread set title = 'Un premier' where id = $1`, [thread]);
      const before = [await known(), await threads()];
      const merged = await merge('deux-un-a', 'deux-un-b');
      expect(await known()).toMatchObject([{ identifier: 'deux-un-b', aliases: ['deux-un-a', 'deux-un-alias'] }]);
      expect((await undo(merged)).status).toBe(303);
      expect([await known(), await threads()]).toEqual(before);
      for (const name of ['deux-un-a', 'deux-un-alias']) {
        const page = await world
          .visitor()
          .get((await world.visitor().get(`/articles/la-feuille/${name}`)).location ?? '');
        expect([page.text.includes('Sous le premier.'), page.text.includes('Sous le second.')]).toEqual([true, false]);
      }
      expect(await rows('select 1 from desk.merged_article where thread_id = $1', [thread])).toEqual([]);
      expect((await undo(merged)).status).toBe(409);
    });

    it('keep the article’s title though its first comment was withdrawn meanwhile', async () => {
      const { thread } = await two('titre');
      await world.comment(signed('la-feuille', 'deux-titre-a'), 'Encore un.');
      await world.db.owner.query(
        `update desk.submission set author_id = (select id from member where name = 'Ada') where thread_id = $1
          and number = 1`,
        [thread],
      );
      const merged = await merge('deux-titre-a', 'deux-titre-b');
      const [at] = await rows<{ thread: number; number: number }>(
        'select to_thread as thread, to_number as number from post_moved where thread_id = $1 and number = 1',
        [thread],
      );
      expect((await admin.post(`/thread/${at?.thread}/posts/${at?.number}/withdrawal`)).status).toBe(303);
      expect((await undo(merged)).status).toBe(303);
      expect(await rows('select title, retired from thread where id = $1', [thread])).toEqual([
        { title: 'titre a', retired: false },
      ]);
    });

    it('stay one when a name that it had was given on since, and come apart one after the other', async () => {
      await two('loin');
      await admin.post('/sites/la-feuille/articles', { ...ARTICLE, identifier: 'deux-loin-c', title: 'loin c' });
      await world.comment(signed('la-feuille', 'deux-loin-c'), 'Sous le troisième.');
      const before = await known();
      const first = await merge('deux-loin-a', 'deux-loin-b');
      const second = await merge('deux-loin-b', 'deux-loin-c');
      expect((await undo(first)).status).toBe(409);
      expect((await undo(second)).status).toBe(303);
      await world.db.owner.query(`update article_alias set article_id = $1 where identifier = 'deux-loin-alias'`, [
        await article('deux-loin-c'),
      ]);
      const meanwhile = await known();
      expect((await undo(first)).status).toBe(409);
      expect(await known()).toEqual(meanwhile);
      await world.db.owner.query(`update article_alias set article_id = $1 where identifier = 'deux-loin-alias'`, [
        await article('deux-loin-b'),
      ]);
      expect((await undo(first)).status).toBe(303);
      expect(await known()).toEqual(before);
    });
  });
});
