import { EpubCheck } from '@likecoin/epubcheck-ts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Removals } from '../../../src/desk/decisions/removals.js';
import { pdfFacts, type PdfFacts, unzipped } from '../../carried.js';
import { until } from '../../until.js';
import { askRaw } from '../../wire.js';
import { openWorld, type Person, type World } from '../../world.js';

const KINDS = ['pdf', 'epub', 'md', 'json'] as const;
const TITLE = 'Référé <b>ou</b> pas & "autre" 🦄';

let world: World;
let amina: Person;
let odile: Person;
let open: number;
let inner: number;

interface File {
  status: number;
  headers: Headers;
  bytes: Buffer;
  text: string;
}

async function get(path: string, who: Person | null = null, headers: Record<string, string> = {}): Promise<File> {
  const cookie: Record<string, string> = who === null ? {} : { cookie: who.cookie, 'sec-fetch-site': 'same-origin' };
  const answer = await fetch(world.url + path, { headers: { ...cookie, ...headers }, redirect: 'manual' });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, bytes, text: bytes.toString() };
}
const file = (thread: number, kind: string, who: Person | null = null) => get(`/thread/${thread}/thread.${kind}`, who);

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes' });
  await world.category({ slug: 'membres', name: 'Entre membres', audience: 'members' });
  [amina, odile] = [await world.member('Amina'), await world.member('Odile', { role: 'moderator' })];
  const text = [
    'Les caméras, la délibération[[Votée *de nuit*.]] et l’œuvre 漢 `un code`.',
    '- un\n- deux',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '<script>alert(1)</script> #set text(red) $x$ [le plan](https://plan.example/plan?a=1&b=2)',
  ].join('\n\n');
  open = await world.thread({ category: 'villes', title: TITLE, text, by: amina.visitor });
  await world.reply(open, `> Les caméras\n>\n> [Amina, nº 1](/thread/${open}/posts/1)\n\nOui, et au-delà.`);
  await world.reply(open, 'Unmotretiré de ce sujet.', amina.visitor);
  await world.app
    .get(Removals, { strict: false })
    .takeDown(odile.visitor, open, 3, { reason: 'personal-data', remark: '' }, world.clock.now());
  inner = await world.thread({
    category: 'membres',
    title: 'Entre nous',
    text: 'Rien que pour nous.',
    by: amina.visitor,
  });
  await until(async () => expect((await file(open, 'json')).text).not.toContain('Unmotretiré'));
});
afterAll(() => world.close());

describe('a thread as a PDF', () => {
  let pdf: PdfFacts;
  let bytes: Buffer;

  beforeAll(async () => {
    const answer = await file(open, 'pdf');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    bytes = answer.bytes;
    pdf = await pdfFacts(bytes);
  });

  test('has its text to be selected, with a code for what no font draws', () => {
    const [first = ''] = pdf.pages;
    for (const words of ['Les caméras', 'Votée', 'l’œuvre [U+6F22]', 'un code', 'Oui, et au-delà', 'page 1 / 1'])
      expect(first).toContain(words);
    expect(first).toContain('Référé <b>ou</b> pas & "autre" [U+1F984]');
    // What looks like commands of the typesetter is text like any other.
    expect(first).toContain('<script>alert(1)</script> #set text(red) $x$');
  });

  test('has a bookmark for each post, tags for what each part is, a language, and links', () => {
    expect(pdf.bookmarks).toEqual(['Amina nº 1', 'Sans pseudonyme nº 2', 'Message retiré nº 3']);
    expect([...pdf.roles]).toEqual(
      expect.arrayContaining(['H1', 'P', 'L', 'Table', 'TH', 'TD', 'Link', 'BlockQuote']),
    );
    expect(pdf.lang).toBe('fr');
    expect(pdf.links).toContain('https://plan.example/plan?a=1&b=2');
    expect(bytes.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  test('says of itself its title, the forum and the day of the thread, and nobody’s name', () => {
    const { Title, Subject, Author, CreationDate } = pdf.info;
    expect(Title).toBe('Référé <b>ou</b> pas & "autre" [U+1F984]');
    expect([Subject, Author]).toEqual(['Palabre', undefined]);
    expect(CreationDate).toBe(`D:${world.clock.now().toISOString().slice(0, 10).replaceAll('-', '')}000000Z`);
    expect(pdf.scripts).toEqual([]);
  });

  test('keeps the number of what was taken down, and not its text', () => {
    const text = pdf.pages.join('\n');
    expect(text).toContain('Retiré par l’équipe de modération.');
    expect(text).not.toContain('Unmotretiré');
  });

  test('is drawn in our own fonts alone', () => {
    const fonts = [...bytes.toString('latin1').matchAll(/\/FontName \/([^\s/]+)/g)].map(([, name]) => name);
    expect(fonts.length).toBeGreaterThan(2);
    expect(fonts.filter((name) => !/^[A-Z]{6}\+(GentiumBookPlus|DejaVuSans)/.test(name ?? ''))).toEqual([]);
  });

  test('is the same bytes when it is made again', async () => {
    const epub = await file(open, 'epub');
    await world.stop();
    await world.start();
    expect((await file(open, 'pdf')).bytes.equals(bytes)).toBe(true);
    expect((await file(open, 'epub')).bytes.equals(epub.bytes)).toBe(true);
  });
});

describe('a thread as an EPUB', () => {
  test('is one that readers accept', async () => {
    const { bytes, headers } = await file(open, 'epub');
    expect(headers.get('content-type')).toBe('application/epub+zip');
    const { messages } = await EpubCheck.validate(Uint8Array.from(bytes));
    expect(messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage')).toEqual([]);
  });

  test('has its posts, its contents, links that stay inside, and nothing of what was taken down', async () => {
    const files = unzipped((await file(open, 'epub')).bytes);
    expect([...files.keys()][0]).toBe('mimetype');
    const posts = files.get('book/posts-1.xhtml') ?? '';
    expect(posts).toContain('<section id="post-1">');
    expect(posts).toContain('href="posts-1.xhtml#post-1"');
    expect(posts).toContain('&lt;script&gt;alert(1)');
    expect(files.get('book/contents.xhtml')).toMatch(/nº\s3, Message retiré/);
    expect([...files.values()].join('')).not.toMatch(/Unmotretiré|<script/);
  });
});

describe('a thread as text', () => {
  test('is what was typed, below lines that say whose it is', async () => {
    const { text, headers } = await file(open, 'md');
    expect(headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(text).toContain('# Référé \\<b\\>ou\\</b\\> pas');
    expect(text).toMatch(/^## nº\s1 · Amina, le /m);
    expect(text).toContain('la délibération[[Votée *de nuit*.]]');
    expect(text).not.toContain('Unmotretiré');
  });

  test('is an object of a shape that stays', async () => {
    const thread = JSON.parse((await file(open, 'json')).text) as Record<string, unknown> & { posts: object[] };
    expect(thread).toMatchObject({ format: 'palabre-thread-1', id: open, audience: 'everyone', part: 1, parts: 1 });
    expect(thread).toMatchObject({ title: TITLE, category: { slug: 'villes' }, author: null, standing: 2 });
    expect(thread.posts[1]).toMatchObject({
      number: 2,
      author: { name: '', role: 'guest' },
      replyTo: null,
      gone: null,
    });
    expect(thread.posts[2]).toEqual({
      number: 3,
      address: expect.stringMatching(/\/thread\/\d+\/posts\/3$/),
      publishedAt: expect.any(String),
      gone: { how: 'taken-down', reason: 'personal-data' },
    });
  });

  test('is one person’s alone where that is asked for, under the name as they write it', async () => {
    const only = await get(`/thread/${open}/thread.json?author=Amina`);
    const { posts, author } = JSON.parse(only.text) as { posts: { number: number }[]; author: string };
    expect([author, posts.map(({ number }) => number)]).toEqual(['Amina', [1]]);
    expect((await get(`/thread/${open}/thread.json?author=amina`)).headers.get('location')).toBe(
      `/thread/${open}/thread.json?author=Amina`,
    );
    for (const query of ['author=Personne', 'author=', 'part=2', 'part=0', 'part=x'])
      expect((await get(`/thread/${open}/thread.json?${query}`)).status).toBe(404);
  });
});

describe('a file', () => {
  it('has a name that promises no same bytes, since each browser gets it compressed in its own way', async () => {
    for (const encoding of ['identity', 'gzip', 'br', 'zstd']) {
      const headers = { 'accept-encoding': encoding };
      const { status, headers: said } = await askRaw(`${world.url}/thread/${open}/thread.json`, { headers });
      expect([encoding, status, said.etag]).toEqual([encoding, 200, expect.stringMatching(/^W\/"[\w-]{22}"$/)]);
      expect(said['content-encoding'] ?? 'identity').toBe(encoding);
      const known = { ...headers, 'if-none-match': `"other", ${String(said.etag)}` };
      expect((await askRaw(`${world.url}/thread/${open}/thread.json`, { headers: known })).status).toBe(304);
    }
  });

  test.each(KINDS)('%s may be asked for again, and is another one once the thread has changed', async (kind) => {
    const before = await file(open, kind);
    const tag = before.headers.get('etag') ?? '';
    expect((await get(`/thread/${open}/thread.${kind}`, null, { 'if-none-match': tag })).status).toBe(304);
    await world.reply(open, `Une suite pour ${kind}.`);
    await until(async () => expect((await file(open, kind)).headers.get('etag')).not.toBe(tag));
  });

  test.each(KINDS)('%s of what one may not read is none, like that of no thread', async (kind) => {
    const [hidden, none] = [await file(inner, kind), await file(99, kind)];
    expect([hidden.status, hidden.text.replaceAll(`/thread/${inner}/`, '/thread/99/')]).toEqual([404, none.text]);
  });

  test.each(KINDS)(
    '%s for members says so, is kept by nobody, and is given to no page of another site',
    async (kind) => {
      const { status, headers, bytes } = await file(inner, kind, amina);
      expect([status, headers.get('cache-control'), headers.get('etag')]).toEqual([200, 'no-store', null]);
      const said =
        kind === 'pdf'
          ? (await pdfFacts(bytes)).pages
          : kind === 'epub'
            ? [...unzipped(bytes)].filter(([name]) => name.endsWith('.xhtml')).map(([, text]) => text)
            : [bytes.toString()];
      expect(said.length).toBeGreaterThan(0);
      for (const each of said) expect(each).toContain('Réservé aux membres du forum');
      const elsewhere = await get(`/thread/${inner}/thread.${kind}`, amina, { 'sec-fetch-site': 'cross-site' });
      expect(elsewhere.status).toBe(404);
    },
  );
});

test('who asks for many files waits, and one that is kept costs nothing', async () => {
  const limits = { ...world.config.limits, files: { points: 2, seconds: 60 } };
  const strict = await openWorld({ config: { limits, limitFactor: 1 } });
  await strict.category({ slug: 'villes' });
  const thread = await strict.thread({ category: 'villes', title: 'Un sujet', text: 'Un texte.' });
  const ask = async (kind: string) => (await strict.visitor().get(`/thread/${thread}/thread.${kind}`)).status;
  expect([await ask('md'), await ask('json'), await ask('md'), await ask('json')]).toEqual([200, 200, 200, 200]);
  const refused = await strict.visitor().get(`/thread/${thread}/thread.pdf`);
  expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
  await strict.close();
});
