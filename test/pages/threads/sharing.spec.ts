import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openWorld, type Person, type World } from '../../world.js';

const TITLE = 'Caméras </script><b> & «\u00a0vie privée\u00a0»';

let world: World;
let amina: Person;
let talk: number;
let inner: number;
let origin: string;

const SLUG = 'cameras-script-b-vie-privee';

const get = (path: string, who: Person | null = null) => world.visitor(who?.cookie).get(path);
const page = async (path: string, who: Person | null = null) => (await get(path, who)).html();
const meta = (html: Awaited<ReturnType<typeof page>>) =>
  Object.fromEntries(
    html
      .querySelectorAll('head meta[property^="og:"]')
      .map((tag) => [tag.getAttribute('property')?.slice('og:'.length), tag.getAttribute('content')]),
  );

beforeAll(async () => {
  world = await openWorld();
  origin = world.config.publicUrl;
  await world.category({ slug: 'villes', name: 'Villes' });
  await world.category({ slug: 'membres', name: 'Entre membres', audience: 'members' });
  amina = await world.member('Amina');
  talk = await world.thread({ category: 'villes', title: TITLE, text: 'Une **caméra** ici.', by: amina.visitor });
  inner = await world.thread({ category: 'membres', title: 'Entre nous', text: 'Un secret.', by: amina.visitor });
  await world.reply(talk, 'Et une autre là.');
});
afterAll(() => world.close());

describe('what a thread says of itself to other programs', () => {
  test('is a card with its title, a passage and the forum’s mark', async () => {
    const html = await page(`/thread/${talk}/${SLUG}`);
    const url = `${origin}/thread/${talk}/${SLUG}`;
    expect(html.querySelector('head link[rel="canonical"]')?.getAttribute('href')).toBe(url);
    expect(meta(html)).toEqual({
      type: 'article',
      site_name: 'Palabre',
      title: TITLE,
      url,
      image: `${origin}/favicon.svg`,
      locale: 'fr_FR',
      description: 'Une caméra ici.',
    });
  });

  test('is a posting for machines that read, and nothing in it ends its block', async () => {
    const { text } = await get(`/thread/${talk}/${SLUG}`);
    const [, block = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
    expect(block).toContain('\\u003c/script>');
    expect(JSON.parse(block)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'DiscussionForumPosting',
      '@id': `${origin}/thread/${talk}/${SLUG}`,
      url: `${origin}/thread/${talk}/${SLUG}`,
      headline: TITLE,
      text: 'Une caméra ici.',
      author: { '@type': 'Person', name: 'Amina', url: `${origin}/user/Amina` },
      datePublished: world.clock.now().toISOString(),
      commentCount: 1,
      isPartOf: { '@type': 'CollectionPage', name: 'Villes', url: `${origin}/category/villes` },
    });
  });

  test('is nothing where not everyone may read it, nor where its first post is gone', async () => {
    const own = await page(`/thread/${inner}/entre-nous`, amina);
    expect([own.querySelector('h1')?.text, meta(own), own.querySelector('head script[type$="json"]')]).toEqual([
      'Entre nous',
      {},
      null,
    ]);
    const gone = await world.thread({ category: 'villes', title: 'Repris', text: 'Repris aussi.', by: amina.visitor });
    await world.reply(gone, 'Une réponse.');
    await world.visitor(amina.cookie).post(`/thread/${gone}/posts/1/withdrawal`, {});
    const rest = await page(`/thread/${gone}/sujet`);
    expect([rest.querySelector('h1')?.text, meta(rest), rest.querySelector('head script[type$="json"]')]).toEqual([
      'Sujet retiré',
      {},
      null,
    ]);
    expect(rest.toString()).not.toContain('Repris');
  });
});

describe('the links below a thread', () => {
  test('are plain: its address, a letter, and somebody’s own Mastodon server', async () => {
    const links = (await page(`/thread/${talk}/${SLUG}`)).querySelectorAll('[data-share] a');
    const url = `${origin}/thread/${talk}/${SLUG}`;
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      url,
      `mailto:?subject=${encodeURIComponent(TITLE)}&body=${encodeURIComponent(url)}`,
      `/thread/${talk}/share`,
    ]);
  });

  test('ask for the name of the server and lead there, title and address in hand', async () => {
    const asked = await page(`/thread/${talk}/share?server=@lou@toot.example`);
    expect(asked.querySelector('a[href^="https://toot.example/"]')?.getAttribute('href')).toBe(
      `https://toot.example/share?text=${encodeURIComponent(`${TITLE} ${origin}/thread/${talk}/${SLUG}`)}`,
    );
    const wrong = await get(`/thread/${talk}/share?server=javascript:alert(1)`);
    expect(wrong.status).toBe(422);
    expect(wrong.html().querySelector('#server, [name="server"]')?.getAttribute('value')).toBe('javascript:alert(1)');
  });

  test('lead nowhere for a thread that one may not read', async () => {
    expect((await get(`/thread/${inner}/share`)).status).toBe(404);
    expect((await get(`/thread/${inner}/share`, amina)).status).toBe(200);
  });
});
