import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../browsing.js';
import { cleanFile } from '../../files/clean-file.js';
import { formWith } from '../../form.js';
import { hostSite, signed } from '../../host-site.js';
import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let moderator: Person;
let ada: Person;
beforeAll(async () => {
  world = await openWorld();
  const category = await world.category({ slug: 'feuille', name: 'La Feuille' });
  await hostSite(world.db.owner, { slug: 'feuille', name: 'La Feuille du Brézin', category });
  await world.category({ slug: 'rue', name: 'Rue', hold: 'nobody' });
  await world.category({ slug: 'relue', name: 'Relue' });
  await world.db.owner.query(
    `update category set documents = 'everyone', history = true, documents_held = slug = 'feuille'`,
  );
  moderator = await world.member('Mo', { role: 'moderator' });
  ada = await world.member('Ada');
});
afterAll(() => world.close());

let keys = 0;
const key = (): string => {
  world.clock.advance(60_000);
  return `around-key-${1000 + (keys += 1)}`;
};
const by = (person: Person) => world.visitor(person.cookie);

interface Sent {
  id: string;
  thread: number;
  number: number;
}
async function last(): Promise<Sent> {
  const [row] = await world.writer.query<Sent>(
    `select id, thread_id as thread, number from desk.submission order by changed_at desc limit 1`,
  );
  if (row === undefined) throw new Error('nothing was sent');
  return row;
}

/** A thread with these files, of Ada's; in a category that holds documents it waits. */
async function thread(files: { upload: string; title: string }[], { slug = 'rue', held = false } = {}): Promise<Sent> {
  await world.db.owner.query('update category set documents_held = $2 where slug = $1', [slug, held]);
  const answer = await by(ada).post(`/category/${slug}/threads`, {
    title: 'Les papiers de la rue',
    text: 'On les a demandés.',
    key: key(),
    upload: files.map(({ upload }) => upload),
    uploadTitle: files.map(({ title }) => title),
  });
  expect([answer.status, answer.status === 303 ? '' : answer.text]).toEqual([303, '']);
  return last();
}

describe('the files of a version', () => {
  it('stand in the history that everyone reads, by their titles', async () => {
    const [plan, survey] = [await cleanFile(world, ['le plan']), await cleanFile(world, ['le relevé'])];
    const at = await thread([
      { ...plan, title: 'Le plan' },
      { ...survey, title: 'Le relevé' },
    ]);
    const address = `/thread/${at.thread}/posts/1`;
    const form = formWith((await by(ada).get(`${address}/edits/new`)).html(), 'version');
    for (const upload of [[survey.id], ['']]) {
      const { rows } = await world.db.owner.query('select change from post where thread_id = $1', [at.thread]);
      const change = (rows[0] as { change: number }).change;
      const edit = { ...form.fields, text: `Version ${change}`, version: String(change), key: key(), upload };
      const answer = await by(ada).post(`${address}/edits`, { ...edit, uploadTitle: 'Le relevé', action: 'send' });
      expect([answer.status, answer.status === 303 ? '' : answer.text]).toEqual([303, '']);
    }
    const versions = (await world.visitor().get(`${address}/history`)).html().querySelectorAll('.versions > li');
    expect(versions.map((each) => /Fichiers\u00a0: [^<]*|Sans fichier/.exec(each.textContent)?.[0].trim())).toEqual([
      'Sans fichier',
      'Fichiers\u00a0: Le relevé',
      'Fichiers\u00a0: Le plan, Le relevé',
    ]);
  });

  it('stand beside each earlier text on the page of its author and at the desk', async () => {
    const plan = await cleanFile(world, ['le plan']);
    const { id } = await thread([{ ...plan, title: 'Le brouillon' }], { held: true });
    const own = `/me/submissions/${id}`;
    const { fields } = formWith((await by(ada).get(own)).html(), 'version');
    const sent = { ...fields, text: 'Sans le plan.', upload: '' };
    expect((await by(ada).post(`${own}/correction`, sent)).status).toBe(303);
    expect((await by(ada).get(own)).text).toContain('Fichiers\u00a0: Le brouillon');
    expect((await by(moderator).get(`/desk/submissions/${id}`)).text).toContain('Fichiers\u00a0: Le brouillon');
  });
});

describe('files of one text', () => {
  it('are refused where they are more than 60 MB together, however they came, and the text comes back', async () => {
    const files = [
      await cleanFile(world, ['un']),
      await cleanFile(world, ['deux']),
      await cleanFile(world, ['trois']),
    ];
    const sized = async (bytes: number): Promise<number> => {
      await world.db.owner.query('update desk.file set size = $2 where id = any($1)', [
        files.map(({ id }) => id),
        bytes,
      ]);
      const words = { title: 'Trois grands fichiers', text: 'Les voici ensemble.', key: key(), action: 'send' };
      const answer = await by(ada).post('/category/rue/threads', {
        ...words,
        upload: files.map(({ upload }) => upload),
      });
      if (answer.status === 303) return 303;
      expect(answer.html().querySelector('textarea[name=text]')?.textContent).toContain('Les voici ensemble.');
      expect(answer.html().querySelectorAll('[data-upload]')).toHaveLength(3);
      expect(answer.text).toContain('pas plus de 60');
      return answer.status;
    };
    expect([await sized(21 * 1024 * 1024), await sized(20 * 1024 * 1024)]).toEqual([422, 303]);
  });
});

describe('where two moderators must agree', () => {
  it('they agree on the files too: with others of them, or without one, the first agreement counts no more', async () => {
    await world.db.owner.query(`update category set agreement = 2 where slug = 'rue'`);
    try {
      const mia = await world.member('Mia', { role: 'moderator' });
      const [plan, survey] = [await cleanFile(world, ['le plan']), await cleanFile(world, ['le relevé'])];
      const said = [
        { ...plan, title: 'Le plan' },
        { ...survey, title: 'Le relevé' },
      ];
      const { id } = await thread(said, { held: true });
      const accept = async (who: Person, version: number, more = {}): Promise<number> => {
        const fields = { decision: 'accept', version: String(version), ...more };
        return (await by(who).post(`/desk/submissions/${id}/decision`, fields)).status;
      };
      const status = async (): Promise<unknown> =>
        (await world.writer.query<{ status: string }>('select status from desk.submission where id = $1', [id]))[0]
          ?.status;
      expect([await accept(moderator, 1), await status()]).toEqual([303, 'waiting']);
      // The same words with one file less.
      const own = `/me/submissions/${id}`;
      const { fields } = formWith((await by(ada).get(own)).html(), 'version');
      const fewer = { ...fields, upload: survey.id, uploadTitle: 'Le relevé' };
      expect((await by(ada).post(`${own}/correction`, fewer)).status).toBe(303);
      expect(await accept(mia, 1)).toBe(409);
      expect([await accept(mia, 2), await status()]).toEqual([303, 'waiting']);
      // Whoever leaves a file out makes a version, which the other one has not agreed with.
      expect([await accept(moderator, 2, { without: survey.id }), await status()]).toEqual([303, 'waiting']);
      expect([await accept(mia, 3), await status()]).toEqual([303, 'published']);
      const shown = await world.reader.query('select from document where id = any($1)', [[plan.id, survey.id]]);
      expect(shown).toEqual([]);
    } finally {
      await world.db.owner.query(`update category set agreement = 1 where slug = 'rue'`);
    }
  });
});

describe('a refused file', () => {
  it('is said with the moment of its erasure, to its author alone, unless an appeal runs', async () => {
    const { id } = await thread([{ ...(await cleanFile(world, ['non'])), title: 'Non' }], { held: true });
    const refusal = { decision: 'refuse', version: '1', reason: 'off-topic' };
    expect((await by(moderator).post(`/desk/submissions/${id}/decision`, refusal)).status).toBe(303);
    const own = `/me/submissions/${id}`;
    expect((await by(ada).get(own)).text).toMatch(/ses fichiers seront effacés le \d+/);
    expect((await by(ada).post(`${own}/appeal`, { text: 'Relisez-le, merci.' })).status).toBe(303);
    const page = (await by(ada).get(own)).text;
    expect(page).not.toContain('seront effacés');
    expect(page).toContain('Ses fichiers restent jusqu’à la réponse à votre demande');
    const [appeal] = await world.writer.query<{ id: string }>('select id from desk.submission where appeals = $1', [
      id,
    ]);
    const confirmed = { decision: 'refuse', version: '1', remark: 'Relu.' };
    const other = await world.member('Mona', { role: 'moderator' });
    expect((await by(other).post(`/desk/submissions/${appeal?.id}/decision`, confirmed)).status).toBe(303);
    expect((await by(ada).get(own)).text).toMatch(/ses fichiers seront effacés le \d+/);
    expect((await by(ada).get(own)).text).not.toContain('Ses fichiers restent');
  });

  it('is not said to stay where the refused text that is appealed has none', async () => {
    const { id } = await thread([], { slug: 'relue' });
    const refusal = { decision: 'refuse', version: '1', reason: 'off-topic' };
    expect((await by(moderator).post(`/desk/submissions/${id}/decision`, refusal)).status).toBe(303);
    const own = `/me/submissions/${id}`;
    expect((await by(ada).post(`${own}/appeal`, { text: 'Relisez-le, merci.' })).status).toBe(303);
    const page = (await by(ada).get(own)).text;
    expect([page.includes('id="appealed"'), page.includes('Ses fichiers restent')]).toEqual([true, false]);
  });
});

describe('whoever takes a text back', () => {
  const said = 'Les fichiers envoyés avec lui sont effacés aussitôt';
  const onOwnPage = async ({ id }: Sent): Promise<string> =>
    (await by(ada).get(`/me/submissions/${id}`)).html().querySelector('#withdraw form')?.textContent ?? '';
  const inThread = async ({ thread: at }: Sent): Promise<string> => {
    const page = (await by(ada).get(`/thread/${at}/les-papiers-de-la-rue`)).html();
    return page.querySelector('form[action$="/posts/1/withdrawal"]')?.textContent ?? '';
  };

  it('reads that its files go with it, before it is read and after', async () => {
    const waits = await thread([{ ...(await cleanFile(world, ['là'])), title: 'Le plan' }], { held: true });
    expect(await onOwnPage(waits)).toContain(said);
    const stands = await thread([{ ...(await cleanFile(world, ['paru'])), title: 'Le plan' }]);
    expect([await onOwnPage(stands), await inThread(stands)]).toEqual([
      expect.stringContaining(said),
      expect.stringContaining(said),
    ]);
  });

  it('reads nothing of files where there are none, nor where an edit has taken them away', async () => {
    const bare = await thread([]);
    const words = [await onOwnPage(bare), await inThread(bare)];
    expect(words.map((each) => [each.includes('retiré par'), each.includes(said)])).toEqual([
      [true, false],
      [true, false],
    ]);
    const stands = await thread([{ ...(await cleanFile(world, ['parti'])), title: 'Le plan' }]);
    expect(await inThread(stands)).toContain(said);
    const address = `/thread/${stands.thread}/posts/1`;
    const { fields } = formWith((await by(ada).get(`${address}/edits/new`)).html(), 'version');
    const edit = { ...fields, key: key(), upload: '', uploadTitle: '', action: 'send' };
    expect((await by(ada).post(`${address}/edits`, edit)).status).toBe(303);
    await until(async () => expect(await inThread(stands)).not.toContain(said));
    expect(await inThread(stands)).toContain('retiré par');
  });
});

describe('bytes that are published already', () => {
  it('are named on the card with the way there, and only while they are', async () => {
    const first = await cleanFile(world, ['un'], { bytes: 'the same' });
    const there = await thread([{ ...first, title: 'La convention' }]);
    const copy = await cleanFile(world, ['un'], { bytes: 'the same' });
    const { id } = await thread([{ ...copy, title: 'Encore elle' }], { held: true });
    const named = async () =>
      (await by(moderator).get(`/desk/submissions/${id}`))
        .html()
        .querySelectorAll('[data-already] a')
        .map((each) => [each.getAttribute('href'), each.textContent]);
    expect(await named()).toEqual([[`/document/${first.id}`, 'La convention']]);
    expect((await by(ada).get(`/me/submissions/${id}`)).text).not.toContain('data-already');
    const removal = { reason: 'other', remark: '' };
    await by(moderator).post(`/desk/thread/${there.thread}/posts/1/removal`, removal);
    expect(await named()).toEqual([]);
  });
});

describe('a report', () => {
  it('may name one file of the post, and the desk shows which', async () => {
    const [plan, other] = [await cleanFile(world, ['le plan']), await cleanFile(world, ['autre'])];
    const at = await thread([
      { ...plan, title: 'Le plan' },
      { ...other, title: 'Un autre' },
    ]);
    const address = `/thread/${at.thread}/posts/1/report`;
    const page = (await world.visitor().get(`${address}?document=${plan.id}`)).html();
    expect(page.querySelector('select[name=document] option[selected]')?.textContent).toContain('Le plan');
    const { fields } = formWith(page, 'reason');
    const report = { ...fields, reason: 'personal-data', remark: 'Mon adresse.' };
    const wrong = await world.visitor().post(address, { ...report, document: '00000000-0000-4000-8000-000000000000' });
    expect([wrong.status, wrong.text.includes('Mon adresse.')]).toEqual([422, true]);
    expect((await world.visitor().post(address, { ...report, document: plan.id })).status).toBe(200);
    expect((await world.visitor().post(address, { ...report, document: plan.id })).status).toBe(200);
    expect((await world.visitor().post(address, { ...report, document: other.id })).status).toBe(409);
    const card = (await by(moderator).get('/desk?kind=report')).html();
    const link = card.querySelector(`a[href="/document/${plan.id}"]`);
    expect([link?.textContent, card.querySelector(`a[href="/document/${other.id}"]`)]).toEqual(['Le plan', null]);
  });
});

describe('a comment', () => {
  it('brings files from the forum’s own page of its article, and none from a page elsewhere', async () => {
    const { title, url, signature } = signed('feuille', '331');
    const words = new URLSearchParams({ title, url, signature }).toString();
    const visitor = world.visitor();
    const page = (await visitor.get(`/articles/feuille/331?${words}`)).html();
    expect(page.querySelector('form[enctype="multipart/form-data"] input[type=file]')).not.toBeNull();
    const embedded = (await visitor.get(`/articles/feuille/331/comments.html?${words}`)).html();
    expect(embedded.querySelectorAll('form').map((form) => form.getAttribute('enctype'))).toEqual([undefined]);
    expect(embedded.querySelector('[type=file]')).toBeNull();
    const way = embedded
      .querySelectorAll('a')
      .find(({ textContent }) => textContent.startsWith('Joindre des fichiers'));
    const there = new URL(way?.getAttribute('href') ?? '/nowhere', world.url);
    const led = (await visitor.get(there.pathname + there.search)).html();
    expect(led.querySelector('form[enctype="multipart/form-data"] input[type=file]')).not.toBeNull();
    const { upload } = await cleanFile(world, ['le devis']);
    const comment = { title, url, signature, text: 'Voici le devis.', name: 'Lou', upload, uploadTitle: 'Le devis' };
    const sent = await visitor.send('/articles/feuille/331/comments', { ...comment, key: key(), action: 'send' });
    expect([sent.status, sent.status === 303 ? '' : sent.text]).toEqual([303, '']);
    const { id } = await last();
    const card = (await by(moderator).get(`/desk/submissions/${id}`)).html();
    expect(card.querySelector('li[data-document]')?.textContent).toContain('Le devis');
    const elsewhere = await visitor.send(
      '/articles/feuille/331/comments',
      { ...comment, upload: '', key: key() },
      [{ name: 'a.txt', bytes: 'un' }],
      { origin: 'https://elsewhere.test' },
    );
    expect(elsewhere.status).toBe(415);
    expect(await world.writer.query('select from desk.file where size = 2')).toEqual([]);
  });
});

describe('the kind of a file', () => {
  const words = (page: Answer, selector: string): string =>
    page.html().querySelector(selector)?.textContent.replaceAll(/\s+/g, ' ') ?? '';

  it.each([
    ['picture', 'Image', /Image (?!image)/, 1],
    ['pdf', 'Document PDF', /Document PDF (?!PDF)/, 2],
  ] as const)('is said once of a %s without a title, wherever it is called by it', async (kind, name, once, pages) => {
    const file = await cleanFile(world, Array<string>(pages).fill('une page'), { kind });
    const at = await thread([{ ...file, title: '' }], { held: true });
    const of = `/me/submissions/${at.id}`;
    const held = [await by(ada).get(of), await by(moderator).get(`/desk/submissions/${at.id}`)];
    expect(held.map((page) => words(page, '.docs .meta').includes('1 ko'))).toEqual([true, true]);
    for (const page of held) expect(words(page, '.docs li')).toMatch(once);
    const own = await by(ada).get(`${of}/documents/${file.id}`);
    expect([words(own, 'h1').includes(name), words(own, 'p.meta')]).toEqual([
      true,
      pages === 1 ? '1 page, 1 ko' : '2 pages, 1 ko',
    ]);
    const accepted = { decision: 'accept', version: '1' };
    expect((await by(moderator).post(`/desk/submissions/${at.id}/decision`, accepted)).status).toBe(303);
    const { thread: number } = await last();
    const stands = [
      await world.visitor().get(`/thread/${number}/les-papiers-de-la-rue`),
      await world.visitor().get('/documents'),
    ];
    for (const page of stands) expect(words(page, `[data-document="${file.id}"]`)).toMatch(once);
    const items = (await world.visitor().get('/documents.xml')).text.split('<item>');
    const item = items.find((each) => each.includes(file.id)) ?? '';
    expect([item.includes(`<title>${name}</title>`), /\b(image|PDF), \d/.test(item)]).toEqual([true, false]);
  });

  it('is said of one with a title, and of a text, whose name does not say it', async () => {
    const titled = await cleanFile(world, ['une page'], { kind: 'pdf' });
    const text = await cleanFile(world, [], { kind: 'text' });
    const at = await thread([
      { ...titled, title: 'Le plan' },
      { ...text, title: '' },
    ]);
    const pieces = (await world.visitor().get(`/thread/${at.thread}/les-papiers-de-la-rue`))
      .html()
      .querySelectorAll('.docs li')
      .map((piece) => piece.textContent.replaceAll(/\s+/g, ' '));
    expect(pieces).toEqual([expect.stringContaining('Le plan PDF'), expect.stringContaining('Texte TEXT')]);
  });
});
