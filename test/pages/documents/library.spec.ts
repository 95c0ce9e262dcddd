import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  FORGET_REFUSED_FILES,
  REFUSED_FILES_LAST,
  RefusedFiles,
  REPLACED_FILES_LAST,
} from '../../../src/submissions/documents/refused-files.js';
import { HALF_UPLOADS_LAST } from '../../../src/uploads/keeping.js';
import { cleanFile } from '../../files/clean-file.js';
import { openWorld, type Person, type World } from '../../world.js';

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
});
afterAll(() => world.close());

let nth = 0;
const upload = (pages: string[]) => cleanFile(world, pages);

/** A thread with one document, accepted. @returns the document's id */
async function published(pages: string[], about: object = {}, slug = 'rue'): Promise<string> {
  const { id, upload: token } = await upload(pages);
  const submission = await sent(token, about, slug);
  const accepted = { decision: 'accept', version: '1' };
  const done = await world.visitor(moderator.cookie).post(`/desk/submissions/${submission}/decision`, accepted);
  expect(done.status).toBe(303);
  return id;
}

async function sent(token: string, about: object, slug = 'rue'): Promise<string> {
  world.clock.advance(1_000);
  const answer = await world.visitor(ada.cookie).post(`/category/${slug}/threads`, {
    title: 'Les papiers de la rue',
    text: 'On les a demandés.',
    key: `library-key-${1000 + (nth += 1)}`,
    upload: token,
    ...about,
  });
  expect([answer.status, answer.status === 303 ? '' : answer.text]).toEqual([303, '']);
  const [row] = await world.writer.query<{ id: string }>(
    'select id from desk.submission order by written_at desc, changed_at desc limit 1',
  );
  return row?.id ?? '';
}

describe('the library', () => {
  let one: string;
  let two: string;
  let inside: string;
  beforeAll(async () => {
    one = await published(['Le préambule', 'La dispense de l’analyse d’impact', 'La fin'], {
      uploadTitle: 'Délibération 2026-031',
      uploadOrigin: 'authority',
      uploadNature: 'deliberation',
      uploadFrom: 'Commune de Peltre',
    });
    two = await published(['Un relevé des mâts'], { uploadTitle: 'Relevé <b>', uploadNature: 'record' });
    inside = await published(['Entre nous, une analyse d’impact'], { uploadTitle: 'Interne' }, 'cercle');
  });
  const shown = async (path: string, cookie: string | null = null): Promise<(string | undefined)[][]> =>
    (await world.visitor(cookie).get(path))
      .html()
      .querySelectorAll('article[data-document]')
      .map((each) => [each.getAttribute('data-document'), each.getAttribute('data-page')]);

  it('shows all that an audience may read, newest first', async () => {
    expect((await shown('/documents')).map(([id]) => id)).toEqual([two, one]);
    expect((await shown('/documents', ada.cookie)).map(([id]) => id)).toEqual([inside, two, one]);
  });

  it('finds a word of a page and leads to it, without accents and in another form', async () => {
    expect(await shown('/documents?q=analyses')).toEqual([[one, '2']]);
    const page = await world.visitor().get('/documents?q=dispenses');
    expect(page.html().querySelector('mark')?.textContent).toBe('dispense');
    expect(page.html().querySelector(`article[data-document="${one}"] h2 a`)?.getAttribute('href')).toContain(
      '?page=2',
    );
    expect((await shown('/documents?q="analyse d’impact"', ada.cookie)).map(([id]) => id)).toEqual([inside, one]);
    expect((await shown('/documents?q=deliberation')).map(([id]) => id)).toEqual([one]);
    expect(await shown('/documents?q=nullepart')).toEqual([]);
  });

  it('filters by what is said of a document', async () => {
    const ids = async (query: string) => (await shown(`/documents?${query}`)).map(([id]) => id);
    expect(await ids('nature=record')).toEqual([two]);
    expect(await ids('origin=authority')).toEqual([one]);
    expect(await ids('from=commune de peltre')).toEqual([one]);
    expect(await ids('category=cercle')).toEqual([]);
    expect(await ids('kind=picture')).toEqual([]);
    expect(await ids('since=2030-01-01')).toEqual([]);
    expect(await ids('until=2030-01-01')).toEqual([two, one]);
    expect((await world.visitor().get('/documents?since=31')).status).toBe(404);
    expect((await world.visitor().get('/documents?before=forged')).status).toBe(404);
  });

  it('filters by the town and the theme of its thread, by a form and by links', async () => {
    const thread = async (id: string): Promise<number> =>
      (await world.reader.query<{ thread: number }>('select thread_id as thread from document where id = $1', [id]))[0]
        ?.thread ?? 0;
    await world.db.owner.query(`insert into thread_town (thread_id, town_code) values ($1, '57463')`, [
      await thread(two),
    ]);
    await world.db.owner.query(
      `insert into local_case (thread_id, town_code, country, place, precision, authority, authority_name, themes, first_status, status,
         opened_at, moved_at)
       values ($1, '57463', '', '', 'town', 'municipality', '', '{face-recognition}', 'reported', 'reported', $2, $2)`,
      [await thread(one), world.clock.now()],
    );
    const ids = async (query: string) => (await shown(`/documents?${query}`)).map(([id]) => id);
    for (const town of ['57463', 'Metz', 'metz (57)', '57000']) expect(await ids(`town=${town}`)).toEqual([two, one]);
    expect(await ids('town=Metz&theme=face-recognition')).toEqual([one]);
    expect(await ids('theme=drones')).toEqual([]);
    expect(await ids('town=Nancy')).toEqual([]);
    expect(await ids('department=57&theme=face-recognition')).toEqual([one]);
    expect([await ids('department=57'), await ids('department=54')]).toEqual([[two, one], []]);
    const leading = (await world.visitor().get('/department/57')).html();
    expect(leading.querySelector('#documents a')?.getAttribute('href')).toBe('/documents?department=57');
    const there = (await world.visitor().get('/documents?department=57&nature=record')).html();
    expect(there.querySelectorAll('.sifting [aria-current]').map(({ text }) => text)).toContain('Moselle');
    expect(there.querySelector('form[role=search] [name=department]')?.getAttribute('value')).toBe('57');

    const page = (await world.visitor().get('/documents?town=Metz&nature=record')).html();
    const form = page.querySelector('form[action="/documents"]');
    expect(form?.querySelector('[name=town]')?.getAttribute('value')).toBe('Metz');
    expect(form?.querySelector('[name=nature]')?.getAttribute('value')).toBe('record');
    expect(form?.querySelector('[name=from]')).not.toBeNull();
    expect(page.querySelector('a[href*="theme=face-recognition"]')?.getAttribute('href')).toContain('town=Metz');
    expect(page.querySelector('a[href*="nature=letter"]')).not.toBeNull();

    const unclear = await world.visitor().get('/documents?town=Saint-Denis&q=dispense');
    expect([unclear.status, unclear.html().querySelectorAll('[type=radio][name=town]').length > 1]).toEqual([
      422,
      true,
    ]);
    expect(unclear.html().querySelector('#documents-q')?.getAttribute('value')).toBe('dispense');
    expect((await world.visitor().get('/documents?town=Nulle-Part-sur-Rien')).status).toBe(422);
  });

  it('is a feed of what everyone may read, whoever asks', async () => {
    const feed = await world.visitor(ada.cookie).get('/documents.xml');
    expect(feed.headers.get('content-type')).toContain('application/rss+xml');
    expect([feed.text.includes(one), feed.text.includes(inside)]).toEqual([true, false]);
    expect(feed.text).not.toContain('Relevé <b>');
  });

  it('is searched from the search, too, which leads to the page and takes no field that documents have not', async () => {
    expect(await shown('/search?kind=document&q=analyses')).toEqual([[one, '2']]);
    expect(await shown('/search?q=type:piece dispenses')).toEqual([[one, '2']]);
    expect((await shown('/search?kind=document')).map(([id]) => id)).toEqual([two, one]);
    expect((await shown('/search?kind=document', ada.cookie)).map(([id]) => id)).toEqual([inside, two, one]);
    expect(await shown('/search?kind=document&before=2020-01-01')).toEqual([]);
    expect((await world.visitor().get('/search?kind=document&author=Ada')).status).toBe(422);
    expect((await world.visitor().get('/search?kind=document&from=forged')).status).toBe(404);
    expect((await world.visitor().get('/search/feed.rss?kind=document')).status).toBe(422);
  });

  it('stands in the map for search engines, by months, as far as everyone may read it', async () => {
    const index = (await world.visitor(ada.cookie).get('/sitemap.xml')).text;
    const part = /\/sitemap\.xml\?documents=\d{4}-\d{2}/.exec(index)?.[0] ?? '';
    const map = (await world.visitor(ada.cookie).get(part)).text;
    expect([map.includes(`/document/${one}/deliberation-2026-031`), map.includes(inside)]).toEqual([true, false]);
    expect((await world.visitor().get('/sitemap.xml?documents=2001-01')).status).toBe(404);
    expect((await world.visitor().get('/sitemap.xml?documents=2026-13')).status).toBe(404);
  });

  it('shows nothing of what waits, and nothing of a post that was taken down', async () => {
    const { upload: token } = await upload(['le secret qui attend']);
    await sent(token, { uploadTitle: 'Secret' });
    expect(await shown('/documents?q=secret', moderator.cookie)).toEqual([]);
  });
});

describe('a library of more than a page', () => {
  it('goes on where its page ends, with the same filter, and shows each document once', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 22; n++) ids.unshift(await published([`feuille ${n}`], { uploadNature: 'opinion' }));
    const read: (string | undefined)[] = [];
    let at: string | undefined = '/documents?nature=opinion';
    for (let pages = 0; at !== undefined && pages < 5; pages++) {
      const page = (await world.visitor().get(at)).html();
      read.push(...page.querySelectorAll('article[data-document]').map((each) => each.getAttribute('data-document')));
      at = page.querySelector('.pages a[rel=next]')?.getAttribute('href')?.replaceAll('&amp;', '&');
    }
    expect(read).toEqual(ids);
  });
});

describe('files of what was refused', () => {
  it('are erased fourteen days after the decision, and not while an appeal runs', async () => {
    const refusal = { decision: 'refuse', version: '1', reason: 'off-topic' };
    const ids: string[] = [];
    const submissions: string[] = [];
    for (const words of ['l’un', 'l’autre']) {
      const { id, upload: token } = await upload([words]);
      ids.push(id);
      const submission = await sent(token, {});
      submissions.push(submission);
      const done = await world.visitor(moderator.cookie).post(`/desk/submissions/${submission}/decision`, refusal);
      expect(done.status).toBe(303);
    }
    const appealed = await world
      .visitor(ada.cookie)
      .post(`/me/submissions/${submissions[1]}/appeal`, { text: 'Relisez, cela parle bien de la rue.' });
    expect(appealed.status).toBe(303);
    const left = async () =>
      (await world.writer.query<{ id: string }>('select id from desk.file where id = any($1)', [ids])).map(
        ({ id }) => id,
      );
    const forget = () => world.app.get(RefusedFiles, { strict: false }).forget(world.clock.now());
    await forget();
    expect((await left()).length).toBe(2);
    world.clock.advance(15 * 86_400_000);
    await forget();
    expect(await left()).toEqual([ids[1]]);
    expect(FORGET_REFUSED_FILES.every).toBe(3_600_000);
  });
});

describe('the page about what is kept', () => {
  it('says for how long files are, in each case, as the jobs have it', async () => {
    const said = (await world.visitor().get('/about')).html().querySelector('main')?.textContent ?? '';
    expect([REFUSED_FILES_LAST, REPLACED_FILES_LAST, HALF_UPLOADS_LAST]).toEqual([14, 7, 2 * 3_600_000]);
    for (const words of [
      'jamais joint est effacé après un jour, un envoi interrompu après deux heures',
      'refusé, quatorze jours après la décision, sauf si un recours est en cours',
      'Dépublié par l’équipe, il est gardé aussi longtemps que le texte',
      'Ce que l’équipe caviarde est gardé sept jours',
    ])
      expect(said).toContain(words);
  });
});
