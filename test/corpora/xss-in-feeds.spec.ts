import { type AtomItem, atom } from '../../client/feeds/atom.js';
import { opml } from '../../client/feeds/opml.js';
import { rss } from '../../client/kit/rss.js';
import { render } from '../../src/markup/render.js';
import { strictly, textsOf } from '../strict-xml.js';
import { payloads, withCorpora } from './shared.js';

const AT = new Date('2026-11-22T12:00:00Z');
/** XML reads a line end of Windows as ours, and leaves no room for the characters that it can't hold. */
const readable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/\r\n?/g, '\n');

withCorpora('a hostile text in a feed', () => {
  const items: AtomItem[] = payloads().map(({ payload }, index) => ({
    title: payload,
    link: `http://palabre.test/thread/1/posts/${index + 1}`,
    guid: `urn:palabre:test:post:1:${index + 1}`,
    at: AT,
    updated: AT,
    html: render(payload, 'fr'),
    by: payload,
  }));
  const head = { title: 'Palabre', link: 'http://palabre.test/', about: '', language: 'fr', items };
  const self = 'http://palabre.test/feed.atom';

  test.each([
    ['Atom', () => atom({ ...head, self, id: 'urn:palabre:test:forum', since: AT }), 'entry', 'name', 'content'],
    ['RSS', () => rss(head), 'item', 'dc:creator', 'description'],
  ])('is text in %s: title, name and words are read as they were written', (_, drawn, item, name, content) => {
    const xml = drawn();
    const names = new Set(strictly(xml).map((element) => element.name));
    expect([...names].filter((each) => /^(script|img|iframe|svg|object)$/i.test(each))).toEqual([]);
    expect(textsOf(xml, item)).toHaveLength(items.length);
    expect(textsOf(xml, name)).toEqual(items.map(({ by }) => readable(by)));
    expect(textsOf(xml, content).slice(-items.length)).toEqual(items.map(({ html }) => readable(html)));
    expect(textsOf(xml, 'title').slice(1)).toEqual(items.map(({ title }) => readable(title)));
  });

  test('is an attribute in a list of feeds, and nothing more', () => {
    const lines = items.map(({ title, link }) => ({ title, link, feed: link }));
    const read = strictly(opml('Palabre', lines));
    expect([...new Set(read.map(({ name }) => name))]).toEqual(['title', 'head', 'outline', 'body', 'opml']);
    expect(read.filter(({ name }) => name === 'outline')).toHaveLength(items.length);
  });
});
