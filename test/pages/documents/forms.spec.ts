import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Keeping } from '../../../src/uploads/keeping.js';
import type { Browsing } from '../../browsing.js';
import { cleanFile } from '../../files/clean-file.js';
import { openWorld, type World } from '../../world.js';

let world: World;
let ada: Browsing;
let desk: Browsing;
/** Of Ada's, each with its first post. */
let thread: number;
let lavoir: number;
beforeAll(async () => {
  world = await openWorld({ config: { recognise: false } });
  await world.category({ slug: 'rue', documents: 'everyone' });
  const author = await world.member('Ada');
  ada = world.visitor(author.cookie);
  desk = world.visitor((await world.member('Mo', { role: 'moderator' })).cookie);
  thread = await world.thread({ category: 'rue', title: 'Le mât', text: 'Il est neuf.', by: author.visitor });
  lavoir = await world.case({ category: 'rue' });
  await world.db.owner.query(`update category set takes = '{thread,workshop,case}', hold = 'all'`);
});
afterAll(() => world.close());

let keys = 0;
/** The form of a new thread, as it comes back. */
async function answered(more: Record<string, string | string[]>) {
  world.clock.advance(1_000);
  const words = { title: 'Un papier', text: 'On l’a demandé.', key: `forms-key-${1000 + (keys += 1)}` };
  return ada.post('/category/rue/threads', { ...words, ...more });
}
const uncheck = (id: string, state = 'unchecked') =>
  world.db.owner.query('update desk.file set state = $2 where id = $1', [id, state]);
const plain = (text: string | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').trim();

describe('a form that takes files', () => {
  const FORMS: [string, () => string | Promise<string>][] = [
    ['a thread', () => '/category/rue/threads/new'],
    ['a workshop', () => '/category/rue/workshops/new'],
    ['a case', () => '/category/rue/cases/new'],
    ['a step', () => `/thread/${lavoir}/case/steps/new?kind=vote`],
    ['a reply', async () => (await ada.get(`/thread/${thread}`)).location ?? ''],
    ['an edit', () => `/thread/${thread}/posts/1/edits/new`],
    [
      'a correction',
      async () => {
        const sent = await answered({});
        return sent.location ?? '';
      },
    ],
  ];

  it.each(FORMS)('is that of %s: several at once, of kinds that make a phone convert its own', async (_, address) => {
    const page = (await ada.get(await address())).html();
    const field = page.querySelector('form[enctype="multipart/form-data"] input[type=file][name=file][multiple]');
    const kinds = (field?.getAttribute('accept') ?? '').split(',');
    // Where HEIC is not among them, and JPEG is, what comes is a JPEG.
    expect(kinds).toEqual(expect.arrayContaining(['image/jpeg', 'image/png', '.pdf', '.docx', '.ods', '.csv']));
    expect(kinds.filter((kind) => /hei[cf]|\*|svg|zip/i.test(kind))).toEqual([]);
    const hint = page.getElementById(field?.getAttribute('aria-describedby') ?? '')?.textContent;
    expect(hint).toMatch(/Nous ne pouvons pas retirer les visages, les plaques.*points jaunes/);
  });

  it('has a way to look again while a file is being checked, which keeps what was typed', async () => {
    const { upload, id } = await cleanFile(world, ['un']);
    await uncheck(id);
    const first = await answered({ upload, uploadTitle: 'Le plan', action: 'preview' });
    const slip = first.html().querySelector('[data-upload]');
    expect(plain(slip?.textContent)).toContain('vérification en cours');
    const button = slip?.querySelector('button[name=arrange][value=look]');
    expect(plain(button?.textContent)).toMatch(/^Regarder de nouveau/);
    const look = { upload, uploadTitle: 'Le plan', arrange: 'look' };
    const still = (await answered(look)).html();
    expect(still.querySelector('[data-upload] button[value=look]')).not.toBeNull();
    await uncheck(id, 'clean');
    const now = await answered(look);
    expect([now.status, now.html().querySelector('[data-upload] button[value=look]')]).toEqual([200, null]);
    expect(now.html().querySelector('textarea[name=text]')?.textContent).toContain('On l’a demandé.');
    expect(now.html().querySelector('[name=uploadTitle]')?.getAttribute('value')).toBe('Le plan');
  });

  it('is sent before a file is checked, and its page and its card have a link to look again', async () => {
    const { upload, id } = await cleanFile(world, ['un']);
    await uncheck(id);
    const sent = await answered({ upload });
    expect(sent.status).toBe(303);
    const own = sent.location ?? '';
    const [row] = await world.writer.query<{ id: string }>(
      'select id from desk.submission order by written_at desc limit 1',
    );
    for (const [who, page] of [
      [ada, own],
      [desk, `/desk/submissions/${row?.id ?? ''}`],
    ] as const) {
      const piece = async () => (await who.get(page)).html().querySelector(`li[data-document="${id}"]`);
      await uncheck(id);
      expect(plain((await piece())?.textContent)).toContain('vérification en cours');
      expect((await piece())?.querySelector(`a[href="${page}"]`)).not.toBeNull();
      await uncheck(id, 'clean');
      expect((await piece())?.querySelector(`a[href="${page}"]`)).toBeNull();
    }
  });

  it('says of an upload that is over a day old that it is to be attached again, and keeps text and other files', async () => {
    const old = await cleanFile(world, ['ancien']);
    world.clock.advance(25 * 3_600_000);
    const fresh = await cleanFile(world, ['récent']);
    await world.app.get(Keeping, { strict: false }).keep(world.clock.now(), new AbortController().signal);
    const answer = await answered({
      upload: [old.upload, fresh.upload],
      uploadTitle: ['Le plan', 'Le relevé'],
    });
    expect(answer.status).toBe(422);
    const slips = answer.html().querySelectorAll('[data-upload]');
    expect(slips.map((slip) => slip.querySelector('[name=uploadTitle]')?.getAttribute('value'))).toEqual([
      'Le plan',
      'Le relevé',
    ]);
    expect(slips.map((slip) => /à joindre de nouveau/.test(slip.querySelector('.meta')?.textContent ?? ''))).toEqual([
      true,
      false,
    ]);
    expect(slips.map((slip) => slip.querySelector('.why') !== null)).toEqual([true, false]);
    expect(answer.html().querySelector('textarea[name=text]')?.textContent).toContain('On l’a demandé.');
  });
});

describe('a document that is published', () => {
  it('says of a page that was not drawn that it is in the file, and has its words', async () => {
    const { upload, id } = await cleanFile(world, ['Le préambule', 'La dispense']);
    expect((await answered({ upload, uploadTitle: 'La délibération' })).status).toBe(303);
    const [row] = await world.writer.query<{ id: string }>(
      'select id from desk.submission order by written_at desc limit 1',
    );
    const decision = `/desk/submissions/${row?.id ?? ''}/decision`;
    expect((await desk.post(decision, { decision: 'accept', version: '1' })).status).toBe(303);
    const guest = world.visitor();
    const address = (await guest.get(`/document/${id}`)).location ?? '';
    const page = (await guest.get(`${address}?page=2`)).html();
    const said = plain(page.querySelector('main')?.textContent);
    expect(said).toContain(
      'Cette page n’est pas dessinée ici : elle est dans le fichier.'.replace(' :', '\u00a0:').replaceAll(/\s/g, ' '),
    );
    expect(said).toContain('La dispense');
    expect((await guest.get(`/document/${id}/pages/2.jpg`)).status).toBe(404);
    expect(page.querySelector('header nav a[href="/documents"]')?.textContent).toBe('Documents');

    // Undone, it waits again with its file, and nobody reads it.
    const [last] = await world.writer.query<{ id: string }>('select max(id)::text as id from desk.decision');
    expect((await desk.post(`/desk/decisions/${last?.id ?? ''}/undo`)).status).toBe(303);
    expect((await guest.get(address)).status).toBe(404);
    expect(await world.reader.query('select from document where id = $1', [id])).toEqual([]);
    const card = (await desk.get(`/desk/submissions/${row?.id ?? ''}`)).html();
    expect(plain(card.querySelector(`li[data-document="${id}"]`)?.textContent)).toContain('La délibération');
  });
});
