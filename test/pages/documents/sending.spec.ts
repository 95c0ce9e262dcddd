import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, type HTMLElement } from 'node-html-parser';
import { pdfOf } from '../../files/made-pdf.js';
import { photo } from '../../files/made-pictures.js';
import { openWorld, type Person, type World } from '../../world.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 90_000;

let world: World;
let ada: Person;
let jpeg: Buffer;
beforeAll(async () => {
  world = await openWorld({ config: { fileBytes: 200_000 } });
  await world.category({ slug: 'rue', name: 'Rue' });
  await world.category({ slug: 'cercle', name: 'Cercle' });
  await world.category({ slug: 'sans', name: 'Sans' });
  await world.db.owner.query(
    `update category set documents = case slug when 'rue' then 'everyone' when 'cercle' then 'members' else 'nobody' end`,
  );
  ada = await world.member('Ada');
  jpeg = await photo('CANARI');
}, LONG);
afterAll(() => world.close());

let keys = 0;
const key = (): string => {
  world.clock.advance(1_000);
  return `documents-key-${String((keys += 1)).padStart(4, '0')}`;
};
const fields = (more: object = {}): Record<string, string | string[]> => ({
  title: 'Un mât neuf',
  text: 'Il est apparu ce matin.',
  name: 'Lou',
  ...more,
});
const slips = (page: HTMLElement): string[] =>
  page.querySelectorAll('[data-upload] input[name=upload]').map((each) => each.getAttribute('value') ?? '');
const submissions = (): Promise<{ id: string; documents: { id: string; title: string }[] }[]> =>
  world.writer.query('select id, documents from desk.submission order by written_at desc, changed_at desc');

describe('a form', () => {
  it(
    'has a field for files where its category takes them, and for whom',
    async () => {
      const form = async (slug: string, cookie: string | null): Promise<boolean> =>
        (await world.visitor(cookie).get(`/category/${slug}/threads/new`)).html().querySelector('[type=file]') !==
        null;
      expect([await form('rue', null), await form('cercle', null), await form('sans', null)]).toEqual([
        true,
        false,
        false,
      ]);
      expect([await form('cercle', ada.cookie), await form('sans', ada.cookie)]).toEqual([true, false]);
    },
    LONG,
  );

  it(
    'sends words and files at once with a key, and the name of a file is kept nowhere',
    async () => {
      const sent = await world.visitor().send('/category/rue/threads', fields({ key: key(), action: 'send' }), [
        { name: 'JeanDupont-secret.jpg', bytes: jpeg },
        { name: 'deliberation.pdf', bytes: pdfOf(['la délibération']) },
      ]);
      expect(sent.status).toBe(303);
      const [row] = await submissions();
      expect(row?.documents).toHaveLength(2);
      const [dump] = await world.writer.query<{ text: string }>(
        `select string_agg(to_jsonb(f)::text, ' ') || (select string_agg(to_jsonb(s)::text, ' ') from desk.submission s)
         as text from desk.file f`,
      );
      expect(dump?.text).not.toMatch(/JeanDupont|CANARI/);
      const follow = (await world.visitor().get(sent.location ?? '')).text;
      expect(follow).toContain('la position');
      const held = await world.writer.query('select held_for from desk.submission where id = $1', [row?.id]);
      expect(held).toEqual([{ held_for: expect.arrayContaining(['documents']) as unknown }]);
    },
    LONG,
  );

  it(
    'keeps files as slips through a preview, and sends what is said of them',
    async () => {
      const visitor = world.visitor();
      const preview = await visitor.send('/category/rue/threads', fields({ action: 'preview' }), [
        { name: 'a.csv', bytes: 'rue;nombre\na;1\nb;2\n' },
      ]);
      expect(preview.status).toBe(200);
      const page = preview.html();
      const [token = ''] = slips(page);
      expect(token).toHaveLength(32);
      const again = page.querySelector('form[data-sending]');
      const hidden = again
        ?.querySelectorAll('input')
        .map((each) => [each.getAttribute('name'), each.getAttribute('value')]);
      expect(hidden).toContainEqual(['upload', token]);
      const sent = await visitor.post('/category/rue/threads', {
        ...fields({ key: key() }),
        upload: ['', token],
        uploadTitle: 'Relevé',
        uploadOrigin: 'ours',
        uploadNature: 'record',
        uploadDated: '2026-11-14',
      });
      expect(sent.status).toBe(303);
      const [row] = await submissions();
      expect(row?.documents).toMatchObject([
        { title: 'Relevé', origin: 'ours', nature: 'record', dated: '2026-11-14' },
      ]);
    },
    LONG,
  );

  it(
    'comes back without the file that is to go, and keeps the text',
    async () => {
      const preview = await world.visitor().send('/category/rue/threads', fields(), [
        { name: 'a.txt', bytes: 'un' },
        { name: 'b.txt', bytes: 'deux' },
      ]);
      const [one = '', two = ''] = slips(preview.html());
      const back = await world.visitor().send('/category/rue/threads', fields({ upload: [one, two], remove: one }));
      expect([back.status, slips(back.html())]).toEqual([200, [two]]);
      expect(back.text).toContain('Il est apparu ce matin.');
    },
    LONG,
  );

  it(
    'is the same when it is sent twice with one key, and another with other files',
    async () => {
      const same = key();
      const send = (bytes: string) =>
        world
          .visitor()
          .send('/category/rue/threads', fields({ key: same, action: 'send' }), [{ name: 'a.txt', bytes }]);
      const [one, two, other] = [await send('un'), await send('un'), await send('deux')];
      expect([one.status, two.status, two.location]).toEqual([303, 303, one.location]);
      expect(other.status).toBe(409);
      expect(slips(other.html())).toHaveLength(1);
    },
    LONG,
  );

  it(
    'makes nothing without a key',
    async () => {
      const before = (await submissions()).length;
      const sent = await world.visitor().send('/category/rue/threads', fields(), [{ name: 'a.txt', bytes: 'un' }]);
      expect(sent.status).toBe(200);
      expect(await submissions()).toHaveLength(before);
    },
    LONG,
  );
});

describe('an old browser', () => {
  const part = (head: string, value: string): string =>
    `--b\r\ncontent-disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
  const sent = (...files: string[]): Promise<Response> => {
    const words = Object.entries(fields({ key: key(), action: 'send' }));
    return fetch(`${world.url}/category/rue/threads`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: world.url, 'content-type': 'multipart/form-data; boundary=b' },
      body: [...words.map(([name, value]) => part(`name="${name}"`, String(value))), ...files, '--b--\r\n'].join(''),
    });
  };

  it.each([
    ['no name', 'name="file"'],
    ['no name, and a kind', 'name="file"\r\ncontent-type: text/plain'],
    ['an empty name', 'name="file"; filename=""'],
    ['an empty name, and a kind', 'name="file"; filename=""\r\ncontent-type: image/jpeg'],
  ])(
    'sends %s with a file, which is taken as any other',
    async (_, head) => {
      const answer = await sent(part(head, 'un relevé'), part(head, ''));
      expect(answer.status).toBe(303);
      const [row] = await submissions();
      expect(row?.documents).toHaveLength(1);
    },
    LONG,
  );

  it(
    'is told why a file without a name is not taken',
    async () => {
      const answer = await sent(part('name="file"', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'));
      expect(answer.status).toBe(422);
      const told = parse(await answer.text()).querySelectorAll('[data-refused-files] li');
      expect(told.map(({ textContent }) => textContent)).toEqual([expect.stringContaining('SVG')]);
    },
    LONG,
  );
});

describe('a slip', () => {
  it(
    'shows what is drawn of its file, and its buttons name it so that files without a title are told apart',
    async () => {
      const preview = await world.visitor().send('/category/rue/threads', fields(), [
        { name: 'a.jpg', bytes: jpeg },
        { name: 'b.txt', bytes: 'un' },
        { name: 'c.pdf', bytes: pdfOf(['la délibération']) },
      ]);
      const page = preview.html();
      const [token = ''] = slips(page);
      const pictures = page.querySelectorAll('[data-upload]').map((slip) => slip.querySelector('[data-look]'));
      expect(pictures.map((look) => look?.hasAttribute('hidden'))).toEqual([false, true, false]);
      expect(pictures[0]?.querySelector('img')?.getAttribute('src')).toBe(`/uploads/${token}/small.jpg`);
      for (const look of pictures)
        for (const img of look?.querySelectorAll('img') ?? [])
          expect((await world.visitor().get(img.getAttribute('src') ?? '')).status).toBe(200);
      const names = page.querySelectorAll('[data-upload] button[name=remove]').map(({ textContent }) => textContent);
      expect(names.map((name) => name.replaceAll(/\s+/g, ' '))).toEqual([
        expect.stringMatching(/^Retirer ce fichier Fichier 1 : image, \d+ ko$/),
        'Retirer ce fichier Fichier 2 : TXT, 1 ko',
        expect.stringMatching(/^Retirer ce fichier Fichier 3 : PDF, 1 page, \d+ ko$/),
      ]);
      const titled = await world.visitor().send('/category/rue/threads', {
        ...fields({ upload: token, uploadTitle: 'Le hall', action: 'preview' }),
      });
      expect(titled.html().querySelector('[data-upload] button[name=remove]')?.textContent).toContain('Le hall');
    },
    LONG,
  );
});

describe('bad files', () => {
  const tried = (files: { name: string; bytes: Uint8Array | string }[], more: object = {}) =>
    world.visitor().send('/category/rue/threads', fields({ key: key(), action: 'send', ...more }), files);

  it(
    'are told one by one; text and other files are kept',
    async () => {
      const answer = await tried([
        { name: 'plans.zip', bytes: Buffer.from('504b0506000000000000000000000000000000000000', 'hex') },
        { name: `${'n'.repeat(5_000)}\r\n.svg`, bytes: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
        { name: 'vide.txt', bytes: '' },
        { name: 'grand.txt', bytes: 'a'.repeat(200_001) },
        { name: 'bon.txt', bytes: 'bon' },
      ]);
      expect(answer.status).toBe(422);
      const page = answer.html();
      const told = page.querySelectorAll('[data-refused-files] li').map((each) => each.textContent);
      expect(told).toHaveLength(4);
      expect(told[0]).toContain('plans.zip');
      expect(told[1]?.length).toBeLessThan(300);
      expect(told[2]).toContain('vide');
      expect(told[3]).toContain('trop grand');
      expect(slips(page)).toHaveLength(1);
      expect(page.querySelector('textarea[name=text]')?.textContent).toContain('ce matin');
      expect((await world.writer.query('select from desk.file')).length).toBeGreaterThan(0);
    },
    LONG,
  );

  it(
    'and a wrong field are told in one answer, with text and files kept, when it is sent, previewed and corrected',
    async () => {
      const files = [
        { name: 'vide.txt', bytes: '' },
        { name: 'bon.txt', bytes: 'bon' },
      ];
      const told = (page: HTMLElement) => [
        page.querySelectorAll('[data-refused-files] li').length,
        page
          .querySelectorAll('.field.err :is([name=town],[name=title],[name=file])')
          .map((each) => each.getAttribute('name')),
        page.querySelector('[role=alert]')?.textContent.replaceAll(/\s/g, ' ') ?? '',
      ];
      const both = [1, ['town', 'file'], '2 champs sont à corriger. Le texte est gardé, mais pas tous les fichiers.'];
      for (const action of ['send', 'preview']) {
        const answer = await tried(files, { action, town: 'Nullepartville' });
        expect([answer.status, ...told(answer.html())]).toEqual([422, ...both]);
        expect(slips(answer.html())).toHaveLength(1);
        expect(answer.html().querySelector('textarea[name=text]')?.textContent).toContain('ce matin');
        expect(answer.html().querySelector('[name=town]')?.getAttribute('value')).toBe('Nullepartville');
      }
      const stored = (await submissions()).length;
      const sent = await tried([], { name: 'Lou' });
      const follow = sent.location ?? '';
      const page = (await world.visitor().get(follow)).html();
      const version = page.querySelector('input[name=version]')?.getAttribute('value') ?? '';
      const text = 'Il est apparu hier.';
      const corrected = await world.visitor().send(`${follow}/correction`, { title: '', text, version }, files);
      const again = corrected.html();
      expect([corrected.status, ...told(again).slice(0, 2)]).toEqual([422, 1, ['title', 'file']]);
      expect([slips(again).length, again.querySelector('textarea[name=text]')?.textContent.trim()]).toEqual([1, text]);
      expect((await world.visitor().get(follow)).text).toContain('ce matin');
      expect(await submissions()).toHaveLength(stored + 1);
    },
    LONG,
  );

  it(
    'are ten at most',
    async () => {
      const eleven = Array.from({ length: 11 }, (_, n) => ({ name: `${n}.txt`, bytes: `texte ${n}` }));
      const answer = await tried(eleven);
      expect(answer.status).toBe(422);
      expect(slips(answer.html())).toHaveLength(10);
      expect(answer.html().querySelectorAll('[data-refused-files] li')).toHaveLength(1);
    },
    LONG,
  );

  it(
    'of an unknown, an old or somebody else’s upload are said at their slip',
    async () => {
      const answer = await tried([], { upload: ['nothing-like-a-token', '00000000-0000-4000-8000-000000000000'] });
      expect(answer.status).toBe(422);
      expect(answer.html().querySelectorAll('[data-upload] .why')).toHaveLength(2);
    },
    LONG,
  );

  it(
    'that belong to a post already are a 409',
    async () => {
      const preview = await world.visitor().send('/category/rue/threads', fields(), [{ name: 'a.txt', bytes: 'un' }]);
      const [token = ''] = slips(preview.html());
      const first = await tried([], { upload: token });
      const second = await tried([], { upload: token });
      expect([first.status, second.status]).toEqual([303, 409]);
    },
    LONG,
  );

  it.each([
    ['where nobody may attach any', 'sans'],
    ['where only members may', 'cercle'],
  ])(
    '%s are refused, and the text comes back',
    async (_, slug) => {
      const sent = fields({ key: key(), action: 'send' });
      const answer = await world.visitor().send(`/category/${slug}/threads`, sent, [{ name: 'a.txt', bytes: 'un' }]);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Il est apparu ce matin.');
    },
    LONG,
  );
});

describe('the wall', () => {
  it(
    'refuses a form of another site before its files are read',
    async () => {
      const before = await world.writer.query('select from desk.file');
      const answer = await world.visitor().send('/category/rue/threads', fields(), [{ name: 'a.txt', bytes: 'un' }], {
        origin: 'https://elsewhere.test',
      });
      expect(answer.status).toBe(403);
      expect(await world.writer.query('select from desk.file')).toHaveLength(before.length);
    },
    LONG,
  );

  it(
    'answers 415 where no files are taken',
    async () => {
      expect((await world.visitor().send('/login', { name: 'x' })).status).toBe(415);
    },
    LONG,
  );

  it.each([
    ['no boundary', 'multipart/form-data', 'x'],
    ['a boundary of 252 bytes', `multipart/form-data; boundary=${'b'.repeat(252)}`, `--${'b'.repeat(252)}--\r\n`],
    ['half a form', 'multipart/form-data; boundary=b', '--b\r\ncontent-disposition: form-data; name="te'],
    [
      'a field named __proto__',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\nx\r\n--b--\r\n',
    ],
  ])(
    'answers %s with 4xx',
    async (_, type, body) => {
      const answer = await fetch(`${world.url}/category/rue/threads`, {
        method: 'POST',
        headers: { origin: world.url, 'content-type': type },
        body,
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(parse(await answer.text()).querySelector('h1')).not.toBeNull();
    },
    LONG,
  );
});
