import { EpubCheck } from '@likecoin/epubcheck-ts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'node-html-parser';
import { render } from '../../src/markup/render.js';
import { pdfFacts, unzipped } from '../carried.js';
import { strictly } from '../strict-xml.js';
import { openWorld, type World } from '../world.js';
import { payloads, withCorpora } from './shared.js';

/** What no text of anybody may become. */
const ALIVE =
  'script, iframe, object, embed, svg, math, style, img, form, input, base, meta, [onerror], [onload], [onclick]';
const MOST = 150;

withCorpora('a hostile text, name and title', () => {
  let world: World;
  let thread: number;
  const texts = payloads()
    .map(({ payload }) => payload.toWellFormed().replaceAll('\0', ''))
    .filter((payload) => payload.length < 2_000)
    .slice(0, MOST);

  beforeAll(async () => {
    world = await openWorld();
    await world.category({ slug: 'villes', name: 'Villes', hold: 'nobody' });
    thread = await world.thread({ category: 'villes', title: 'Un titre', text: 'xyzzy' });
    // As rows: some of them are refused as names or titles, and must be harmless all the same.
    const { owner } = world.db;
    for (const [index, payload] of texts.entries())
      await owner.query(
        `insert into post (thread_id, category_id, number, author_name, author_role, source, html, excerpt,
           renderer_version, written_at, published_at)
         select $1, category_id, $2, $3, 'guest', $4, $5, '', 1, now(), now() from thread where id = $1`,
        [
          thread,
          index + 2,
          Array.from(payload).slice(0, 60).join(''),
          payload,
          `${render(payload, 'fr')}<p>xyzzy</p>`,
        ],
      );
    await owner.query('update thread set last_number = $2, post_count = $2 where id = $1', [thread, texts.length + 1]);
  }, 60_000);
  afterAll(() => world.close());

  /** What is alive in the part of a page that people have written. */
  const aliveIn = (html: string, part: string): string[] =>
    parse(html)
      .querySelectorAll(part)
      .flatMap((each) => each.querySelectorAll(ALIVE).map((one) => one.outerHTML.slice(0, 80)));

  test('is text in results, whatever is looked for', async () => {
    let path: string | undefined = '/search?q=xyzzy&sort=date';
    let hits = 0;
    while (path !== undefined) {
      const { text }: { text: string } = await world.visitor().get(path);
      hits += parse(text).querySelectorAll('article[data-thread]').length;
      expect(aliveIn(text, '.found')).toEqual([]);
      path = parse(text).querySelector('a[rel~="next"]')?.getAttribute('href')?.replaceAll('&amp;', '&');
    }
    expect(hits).toBe(texts.length + 1);
    for (const payload of texts.slice(0, 25)) {
      const query = new URLSearchParams({ q: payload, author: payload.slice(0, 90), tag: payload.slice(0, 90) });
      const answer = await world.visitor().get(`/search?${query.toString()}`);
      expect([200, 422]).toContain(answer.status);
      const page = parse(answer.text);
      expect(page.querySelectorAll('main script, main iframe, main img, main svg').length).toBe(0);
    }
  });

  test('is text in the card and the data of a thread that has it for a title', async () => {
    for (const payload of texts.filter((each) => each.length < 140).slice(0, 25)) {
      await world.db.owner.query('update thread set title = $2, slug = $3 where id = $1', [thread, payload, 'titre']);
      await world.db.owner.query(`select pg_notify('palabre_news', '{"news":"SiteChanged"}')`);
      const { text } = await world.visitor().get(`/thread/${thread}/titre?reload=${encodeURIComponent(payload)}`);
      const head = text.slice(0, text.indexOf('</head>'));
      const blocks = [...head.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
      expect(blocks.length).toBe(1);
      expect((JSON.parse(blocks[0]?.[1] ?? '') as { headline: string }).headline).toBeTruthy();
      expect(head.match(/<script/g)?.length).toBe(2);
    }
  });

  test('is text in the feed of a search, in the PDF and in the EPUB', async () => {
    const feed = await world.visitor().get('/search/feed.atom?q=xyzzy');
    const names = new Set(strictly(feed.text).map(({ name }) => name));
    expect([...names].filter((name) => /^(script|img|iframe|svg|object)$/i.test(name))).toEqual([]);
    const file = async (kind: string): Promise<Uint8Array> =>
      new Uint8Array(await (await fetch(`${world.url}/thread/${thread}/thread.${kind}`)).arrayBuffer());
    const pdf = await pdfFacts(await file('pdf'));
    expect(pdf.scripts).toEqual([]);
    expect(pdf.links.filter((link) => !/^(https?|mailto):/i.test(link))).toEqual([]);
    expect(pdf.bookmarks.length).toBeGreaterThan(100);
    const epub = await file('epub');
    const { messages } = await EpubCheck.validate(epub);
    expect(messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage')).toEqual([]);
    expect([...unzipped(Buffer.from(epub)).values()].join('')).not.toMatch(/<(script|iframe|img|svg|object)\b/i);
  }, 60_000);
});
