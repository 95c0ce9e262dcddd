import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pdfOf } from '../../files/made-pdf.js';
import { photo } from '../../files/made-pictures.js';
import { type Answer } from '../../browsing.js';
import { openWorld, type Person, type World } from '../../world.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 90_000;

let world: World;
let moderator: Person;
let ada: Person;
beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'rue', name: 'Rue' });
  await world.category({ slug: 'cercle', name: 'Cercle', audience: 'members' });
  await world.db.owner.query(`update category set documents = 'everyone'`);
  moderator = await world.member('Mo', { role: 'moderator' });
  ada = await world.member('Ada');
}, LONG);
afterAll(() => world.close());

let keys = 0;
type Files = { name: string; bytes: Uint8Array | string }[];
async function sent(
  files: Files,
  more: object = {},
  { slug = 'rue', cookie = null as string | null } = {},
): Promise<string> {
  world.clock.advance(1_000);
  const fields = {
    title: 'Un mât neuf',
    text: 'Il est apparu ce matin.',
    key: `reading-key-${(keys += 1) + 1000}`,
    ...more,
  };
  const answer = await world.visitor(cookie).send(`/category/${slug}/threads`, { ...fields, action: 'send' }, files);
  expect([answer.status, answer.status === 303 ? '' : answer.text]).toEqual([303, '']);
  const [row] = await world.writer.query<{ id: string }>(
    'select id from desk.submission order by written_at desc, changed_at desc limit 1',
  );
  return row?.id ?? '';
}
const desk = () => world.visitor(moderator.cookie);
const decide = (id: string, more: object = {}): Promise<Answer> =>
  desk().post(`/desk/submissions/${id}/decision`, { decision: 'accept', version: '1', ...more });
async function documentsOf(submission: string): Promise<string[]> {
  const [row] = await world.writer.query<{ documents: { id: string }[] }>(
    'select documents from desk.submission where id = $1',
    [submission],
  );
  return (row?.documents ?? []).map(({ id }) => id);
}
async function threadOf(submission: string): Promise<number> {
  const [row] = await world.writer.query<{ thread: number }>(
    'select thread_id as thread from desk.submission where id = $1',
    [submission],
  );
  return row?.thread ?? 0;
}
const rows = (): Promise<{ id: string }[]> => world.reader.query('select id from document');

/** Every address that one may have. */
const addresses = (id: string): string[] => [
  `/document/${id}`,
  `/document/${id}/deliberation`,
  `/document/${id}/document`,
  `/document/${id}/files/deliberation.pdf`,
  `/document/${id}/files/document.pdf`,
  `/document/${id}/pages/1.jpg`,
  `/document/${id}/small.jpg`,
];

/** What tells answers apart, but for what stands in every one of them. */
async function tells(answer: Promise<Answer>): Promise<unknown[]> {
  const { status, headers, text } = await answer;
  const shown = [...headers].filter(([name]) => !['date', 'set-cookie'].includes(name));
  return [status, shown, text];
}

describe('a document', () => {
  let id: string;
  let document: string;
  beforeAll(async () => {
    id = await sent([{ name: 'x.pdf', bytes: pdfOf(['la délibération', 'le contrat', 'la canopée']) }], {
      upload: '',
    });
    [document = ''] = await documentsOf(id);
    await world.db.owner.query(
      `update desk.submission set documents = jsonb_set(jsonb_set(documents, '{0,title}', '"Délibération"'), '{0,origin}', '"authority"')`,
    );
  }, LONG);

  it(
    'is nowhere before its post is: each of its addresses answers as one that never was',
    async () => {
      const never = '00000000-1111-4222-8333-444444444444';
      for (const [at, address] of addresses(document).entries())
        for (const cookie of [null, ada.cookie, moderator.cookie]) {
          const ask = (path: string, headers: Record<string, string> = {}) =>
            tells(world.visitor(cookie).get(path, headers));
          const missing = addresses(never)[at] ?? '';
          expect(await ask(address)).toEqual(await ask(missing));
          expect(await ask(address, { range: 'bytes=0-9', 'if-none-match': '*' })).toEqual(
            await ask(missing, { range: 'bytes=0-9', 'if-none-match': '*' }),
          );
          expect((await ask(address))[0]).toBe(404);
        }
      const other = await world.thread({ category: 'rue', title: 'Un autre', text: 'Sans fichier.' });
      const quoted = (of: string) =>
        tells(world.visitor(ada.cookie).get(`/thread/${other}/replies/new?document=${of}`));
      expect(await quoted(document)).toEqual(await quoted(never));
    },
    LONG,
  );

  it(
    'appears with its post: in the list below it, page by page with its words, and as a file',
    async () => {
      expect((await decide(id)).status).toBe(303);
      expect(await rows()).toEqual([{ id: document }]);
      const visitor = world.visitor();
      const thread = (await visitor.get(`/thread/${await threadOf(id)}/un-mat-neuf`)).html();
      const line = thread.querySelector(`li[data-document="${document}"]`);
      expect(line?.getAttribute('class')).toBe('piece');
      expect(line?.querySelector('a[href$="/deliberation"]')).not.toBeNull();
      const third = await visitor.get(`/document/${document}/deliberation?page=3`);
      expect([third.status, third.text.includes('canop')]).toEqual([200, true]);
      expect((await visitor.get(`/document/${document}/deliberation?page=4`)).status).toBe(404);
      expect((await visitor.get(`/document/${document}`)).location).toBe(`/document/${document}/deliberation`);
      const drawn = await visitor.get(`/document/${document}/pages/2.jpg`);
      expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      expect((await visitor.get(`/document/${document}/small.jpg`)).status).toBe(200);
    },
    LONG,
  );

  it(
    'is quoted page by page: a link of each page leads to an answer that begins with its words and its address',
    async () => {
      const thread = await threadOf(id);
      const address = `/document/${document}/deliberation?page=2`;
      const link = (await world.visitor().get(address)).html().querySelector('a[href*="document="]');
      expect([link?.textContent, link?.getAttribute('rel')]).toEqual(['Citer la page 2', 'nofollow']);
      const form = (await world.visitor().get(link?.getAttribute('href')?.replaceAll('&amp;', '&') ?? '')).html();
      const text = form.querySelector('textarea[name=text]')?.textContent ?? '';
      expect(text.trim()).toBe(`> le contrat\n>\n> [Délibération, page 2 sur 3](${address})`);
      expect(form.querySelector('input[name=replyTo]')?.getAttribute('value')).toBe('1');
      const answer = { text: `${text}\n\nVoilà.`, replyTo: '1', name: 'Lou', action: 'preview' };
      const shown = (await world.visitor().post(`/thread/${thread}/replies`, answer)).html();
      expect(shown.querySelector(`blockquote a[href="${address}"]`)?.textContent).toBe('Délibération, page 2 sur 3');
      const asked = `/thread/${thread}/replies/new?document`;
      for (const wrong of [`${document}&page=4`, '00000000-1111-4222-8333-444444444444', document.toUpperCase()])
        expect((await world.visitor().get(`${asked}=${wrong}`)).status).toBe(404);
    },
    LONG,
  );

  it(
    'is given with exactly these headers, in parts, and compared by its tag',
    async () => {
      const address = `/document/${document}/files/deliberation.pdf`;
      const whole = await world.visitor().get(address);
      expect(whole.status).toBe(200);
      expect(Object.fromEntries(whole.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': 'attachment; filename="deliberation.pdf"',
        'cache-control': 'public, max-age=0, must-revalidate',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'accept-ranges': 'bytes',
      });
      const tag = whole.headers.get('etag') ?? '';
      expect(tag).toMatch(/^"[0-9a-f]{64}"$/);
      const part = await world.visitor().get(address, { range: 'bytes=0-7' });
      expect([part.status, part.text, part.headers.get('content-range')?.slice(0, 10)]).toEqual([
        206,
        '%PDF-1.7',
        'bytes 0-7/',
      ]);
      expect((await world.visitor().get(address, { range: 'bytes=99999999-' })).status).toBe(416);
      expect((await world.visitor().get(address, { 'if-none-match': tag })).status).toBe(304);
      const head = await fetch(world.url + address, { method: 'HEAD' });
      expect([head.status, head.headers.get('content-length')]).toEqual([200, whole.headers.get('content-length')]);
      expect((await world.visitor().get(`/document/${document}/files/other.pdf`)).status).toBe(404);
      expect((await world.visitor().get(`/document/${document.toUpperCase()}/files/deliberation.pdf`)).status).toBe(
        404,
      );
    },
    LONG,
  );

  it(
    'goes with a take-down and is there again after its undoing',
    async () => {
      const thread = await threadOf(id);
      const removed = await desk().post(`/desk/thread/${thread}/posts/1/removal`, {
        reason: 'off-topic',
        remark: 'non',
      });
      expect(removed.status).toBe(303);
      expect(await rows()).toEqual([]);
      for (const address of addresses(document)) expect((await world.visitor().get(address)).status).toBe(404);
      const [last] = await world.writer.query<{ id: string }>('select max(id)::text as id from desk.decision');
      const decision = last?.id ?? '';
      expect((await desk().post(`/desk/decisions/${decision}/undo`)).status).toBe(303);
      expect(await rows()).toEqual([{ id: document }]);
      expect((await world.visitor().get(`/document/${document}/deliberation`)).status).toBe(200);
    },
    LONG,
  );

  it(
    'follows its post to another thread',
    async () => {
      const other = await world.thread({ category: 'rue', title: 'Ailleurs', text: 'Un autre sujet.' });
      const reply = await sentReply(other, [{ name: 'a.txt', bytes: 'un mot' }]);
      const [attached = ''] = await documentsOf(reply);
      await decide(reply);
      const target = await threadOf(id);
      const moved = await desk().post(`/desk/thread/${other}/move`, {
        number: '2',
        where: 'thread',
        to: String(target),
        action: 'do',
      });
      expect([moved.status, moved.text.slice(0, 200)]).toEqual([303, '']);
      const [place] = await world.reader.query<{ thread: number }>(
        'select thread_id as thread from document where id = $1',
        [attached],
      );
      expect(place?.thread).toBe(target);
    },
    LONG,
  );

  it(
    'is erased with its words and bytes when its author takes the post back',
    async () => {
      const mine = await sent([{ name: 'p.jpg', bytes: await photo('x') }], {}, { cookie: ada.cookie });
      const [photoId = ''] = await documentsOf(mine);
      await decide(mine);
      expect((await world.visitor().get(`/document/${photoId}/small.jpg`)).status).toBe(200);
      const back = await world.visitor(ada.cookie).post(`/me/submissions/${mine}/withdrawal`, { version: '1' });
      expect(back.status).toBe(303);
      expect(await world.writer.query('select from desk.file where id = $1', [photoId])).toEqual([]);
      expect(await world.reader.query('select from document where id = $1', [photoId])).toEqual([]);
    },
    LONG,
  );
});

async function sentReply(thread: number, files: Files): Promise<string> {
  world.clock.advance(1_000);
  const fields = { text: 'Voici la pièce.', key: `reading-key-${(keys += 1) + 1000}`, action: 'send' };
  expect((await world.visitor().send(`/thread/${thread}/replies`, fields, files)).status).toBe(303);
  const [row] = await world.writer.query<{ id: string }>(
    'select id from desk.submission order by written_at desc, changed_at desc limit 1',
  );
  return row?.id ?? '';
}

describe('in a category for members', () => {
  it(
    'a document is theirs alone, and no cache keeps it',
    async () => {
      const id = await sent([{ name: 'a.csv', bytes: 'a;b\n1;2\n3;4\n' }], {}, { slug: 'cercle', cookie: ada.cookie });
      await decide(id);
      const [document = ''] = await documentsOf(id);
      const address = `/document/${document}/files/document.csv`;
      expect((await world.visitor().get(address)).status).toBe(404);
      const given = await world.visitor(ada.cookie).get(address);
      expect([given.status, given.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect((await world.visitor().get(`/document/${document}/document`)).status).toBe(404);
      expect((await world.visitor(ada.cookie).get(`/document/${document}/document`)).status).toBe(200);
    },
    LONG,
  );
});

describe('two uploads of the same bytes', () => {
  it(
    'share nothing: taking one down leaves the other',
    async () => {
      const bytes = pdfOf(['les mêmes octets']);
      const [one, two] = [await sent([{ name: 'a.pdf', bytes }]), await sent([{ name: 'b.pdf', bytes }])];
      await decide(one);
      const [first = ''] = await documentsOf(one);
      const [second = ''] = await documentsOf(two);
      expect(first).not.toBe(second);
      expect((await world.visitor().get(`/document/${second}/small.jpg`)).status).toBe(404);
      expect((await decide(two, { decision: 'refuse', reason: 'off-topic' })).status).toBe(303);
      expect((await world.visitor().get(`/document/${first}/small.jpg`)).status).toBe(200);
    },
    LONG,
  );
});

describe('what waits', () => {
  it(
    'is looked at by its author and at the desk of its category, and by nobody else',
    async () => {
      const id = await sent([{ name: 'a.pdf', bytes: pdfOf(['une page']) }], {}, { cookie: ada.cookie });
      const [document = ''] = await documentsOf(id);
      const elsewhere = await world.member('Elsewhere', { role: 'moderator', categories: ['cercle'] });
      const bob = await world.member('Bob');
      for (const piece of ['file', 'small.jpg', 'pages/1.jpg']) {
        const mine = `/me/submissions/${id}/documents/${document}/${piece}`;
        const desks = `/desk/submissions/${id}/documents/${document}/${piece}`;
        const status = async (cookie: string | null, path: string) => (await world.visitor(cookie).get(path)).status;
        expect([await status(ada.cookie, mine), await status(moderator.cookie, desks)]).toEqual([200, 200]);
        expect([await status(bob.cookie, mine), await status(moderator.cookie, mine)]).toEqual([404, 404]);
        expect([await status(elsewhere.cookie, desks), await status(ada.cookie, desks)]).toEqual([404, 404]);
        expect((await world.visitor(ada.cookie).get(mine)).headers.get('cache-control')).toBe('no-store');
        expect((await world.visitor(ada.cookie).get(mine)).headers.get('etag')).toBeNull();
      }
      const card = (await desk().get('/desk?documents=1')).html();
      expect(card.querySelector(`[data-submission="${id}"] input[name=without][value="${document}"]`)).not.toBeNull();
      const follow = (await world.visitor(ada.cookie).get(`/me/submissions/${id}`)).html();
      expect(follow.querySelector(`li[data-document="${document}"] img`)).not.toBeNull();
      expect(follow.querySelector(`form input[name=upload][value="${document}"]`)).not.toBeNull();
    },
    LONG,
  );

  it(
    'changes its files with a correction, and a published post with an edit',
    async () => {
      const id = await sent([{ name: 'a.txt', bytes: 'un' }], {}, { cookie: ada.cookie });
      const [first = ''] = await documentsOf(id);
      const corrected = await world
        .visitor(ada.cookie)
        .send(
          `/me/submissions/${id}/correction`,
          { title: 'Un mât neuf', text: 'Il est là.', version: '1', upload: ['', first], uploadTitle: 'Le premier' },
          [{ name: 'b.txt', bytes: 'deux' }],
        );
      expect([corrected.status, corrected.status === 303 ? '' : corrected.text]).toEqual([303, '']);
      const [, second = ''] = await documentsOf(id);
      await decide(id, { version: '2' });
      const thread = await threadOf(id);
      const shown = () =>
        world.reader.query('select id, title from document where thread_id = $1 order by position', [thread]);
      expect(await shown()).toEqual([
        { id: first, title: 'Le premier' },
        { id: second, title: '' },
      ]);
      const [post] = await world.reader.query<{ change: number }>(
        'select change from post where thread_id = $1 and number = 1',
        [thread],
      );
      const edited = await world.visitor(ada.cookie).send(`/thread/${thread}/posts/1/edits`, {
        title: 'Un mât neuf',
        text: 'Il est là.',
        version: String(post?.change),
        upload: ['', second],
        uploadTitle: 'Le second',
        key: `reading-key-${(keys += 1) + 1000}`,
        action: 'send',
      });
      expect([edited.status, edited.status === 303 ? '' : edited.text]).toEqual([303, '']);
      const [waiting] = await world.writer.query<{ id: string }>(
        `select id from desk.submission where kind = 'edit' and thread_id = $1`,
        [thread],
      );
      expect((await decide(waiting?.id ?? '')).status).toBe(303);
      expect(await shown()).toEqual([{ id: second, title: 'Le second' }]);
      const [last] = await world.writer.query<{ id: string }>('select max(id)::text as id from desk.decision');
      expect((await desk().post(`/desk/decisions/${last?.id}/undo`)).status).toBe(303);
      expect(await shown()).toEqual([
        { id: first, title: 'Le premier' },
        { id: second, title: '' },
      ]);
    },
    LONG,
  );
});

describe('an acceptance', () => {
  it(
    'leaves out the documents that it names, and says so as the team’s change',
    async () => {
      const id = await sent([
        { name: 'a.txt', bytes: 'celui-ci' },
        { name: 'b.txt', bytes: 'pas celui-là' },
      ]);
      const [keep = '', drop = ''] = await documentsOf(id);
      await decide(id, { without: drop });
      const shown = (await rows()).map((row) => row.id);
      expect([shown.includes(keep), shown.includes(drop)]).toEqual([true, false]);
      const [last] = await world.writer.query<{ decision: string }>(
        'select decision from desk.decision where submission_id = $1 order by id desc limit 1',
        [id],
      );
      expect(last?.decision).toBe('edit-and-accept');
    },
    LONG,
  );

  it(
    'waits for the check of each file: 409',
    async () => {
      const id = await sent([{ name: 'a.txt', bytes: 'un' }]);
      const [file = ''] = await documentsOf(id);
      await world.db.owner.query(`update desk.file set state = 'unchecked' where id = $1`, [file]);
      expect((await decide(id)).status).toBe(409);
      await world.db.owner.query(`update desk.file set state = 'clean' where id = $1`, [file]);
      expect((await decide(id)).status).toBe(303);
    },
    LONG,
  );
});
