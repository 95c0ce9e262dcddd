import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OldTexts } from '../../src/publishing/upkeep/old-texts.js';
import { fold, wordsOf } from '../../src/search/fold.js';
import { cleanFile } from '../files/clean-file.js';
import { openWorld, type World } from '../world.js';

let world: World;

const lexemes = async (thread: number, number = 1): Promise<string[]> => {
  const { rows } = await world.db.owner.query<{ words: string[] }>(
    'select tsvector_to_array(words) as words from searched where thread_id = $1 and number = $2',
    [thread, number],
  );
  return rows[0]?.words ?? [];
};

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', hold: 'nobody' });
  await world.category({ slug: 'autre', hold: 'nobody' });
});
afterAll(() => world.close());

describe('folding', () => {
  const TEXTS = [
    'Événement ÉVÈNEMENT évènement e\u0301ve\u0301nement EVENEMENT',
    'œuvre ŒUVRE oeuvre Æther æther',
    "l’atelier l'atelier vidéo-surveillance « vidéo surveillance »",
    'ﬁn ﬀ ½ m² Ⅳ ™ ｆｕｌｌ ß ẞ İstanbul ΣΊΣΥΦΟΣ Straße',
    'çà où naïve Noël garçon_fille a.b@c.fr https://été.fr/x?y=1 3,5 km 42e',
    'привет Ёлка 漢字 かな العربية שלום हिन्दी ไทย 한국어',
    'x\u0302y\u0323 ⃝o 👩🏽‍🌾 zéro\u200Blargeur trait\u00ADunion \uD83D',
    `${'é'.repeat(80)} ${'𝒳'.repeat(70)}`,
  ];

  it('is the same in the application and in the database, word by word', async () => {
    for (const text of TEXTS.map((each) => each.toWellFormed())) {
      const { rows } = await world.db.owner.query<{ word: string; folded: string }>(
        `select word, folded from search_forms('fr', $1) order by nth`,
        [text],
      );
      expect(rows).toEqual(wordsOf(text).map(({ word, folded }) => ({ word, folded })));
      expect(rows.map(({ word }) => fold(word))).toEqual(rows.map(({ folded }) => folded));
    }
  });

  it('would notice a letter that one of them does not fold', () => {
    expect(fold('Cœur ÉTÉ')).toBe('coeur ete');
    expect(fold('Cœur')).not.toBe('Cœur'.toLowerCase());
  });
});

describe('what is searched', () => {
  it('has each word stemmed and folded, folded and stemmed, and as it is, small words for phrases alone', async () => {
    const thread = await world.thread({
      category: 'villes',
      title: 'La caméra',
      text: 'Des projets **généra**lisés &',
    });
    expect(await lexemes(thread)).toEqual(
      expect.arrayContaining(['=la', '=camera', 'camer', 'cam', '^cam', '=generalises', 'generalis', '=des']),
    );
    expect(await lexemes(thread)).not.toContain('la');
    expect(await lexemes(thread)).toEqual(expect.arrayContaining(['c:1', 'k:thread']));
  });

  it('follows what becomes of a post: changed, moved with its thread, taken down, back', async () => {
    const { owner } = world.db;
    const thread = await world.thread({ category: 'villes', title: 'Avant', text: 'premier' });
    await owner.query(`update post set html = '<p>second</p>' where thread_id = $1`, [thread]);
    expect(await lexemes(thread)).toEqual(expect.arrayContaining(['second', '^avant']));
    expect(await lexemes(thread)).not.toContain('premi');
    await owner.query(`update thread set title = 'Ensuite' where id = $1`, [thread]);
    expect(await lexemes(thread)).toEqual(expect.arrayContaining(['=ensuite', 'second']));
    await owner.query('update thread set category_id = 2 where id = $1', [thread]);
    expect(await lexemes(thread)).toContain('c:2');
    await owner.query(`update post set gone = 'taken-down' where thread_id = $1`, [thread]);
    expect(await lexemes(thread)).toEqual([]);
    await owner.query('update post set gone = null where thread_id = $1', [thread]);
    expect(await lexemes(thread)).toContain('second');
  });

  it('holds a very long text without an error', async () => {
    const text = Array.from({ length: 30_000 }, (_, n) => `mot${n}`).join(' ');
    const { rows } = await world.db.owner.query<{ length: number }>(
      `select length(search_vector('fr', $1)) as length`,
      [text],
    );
    expect(rows[0]?.length).toBeGreaterThan(20_000);
  });
});

describe('the job for old texts', () => {
  it('puts there what is missing, goes on where it was stopped, and begins anew in another language', async () => {
    const old = world.app.get(OldTexts, { strict: false });
    const { owner } = world.db;
    const counted = async () =>
      (await owner.query<{ n: number }>('select count(*)::int as n from searched')).rows[0]?.n;
    const all = await counted();
    await owner.query('delete from searched');
    expect(await old.index(AbortSignal.abort())).toBe('unfinished');
    expect(await counted()).toBe(0);
    expect(await old.index()).toBeUndefined();
    expect(await counted()).toBe(all);
    await owner.query('delete from searched');
    expect(await old.index()).toBeUndefined();
    expect(await counted()).toBe(0);
    await owner.query(`update site set language = 'en'`);
    await old.index();
    expect(await counted()).toBe(all);
    await owner.query(`update site set language = 'fr'`);
    await old.rebuild();
    expect(await counted()).toBe(all);
  });
});

describe('words of files', () => {
  const found = async (path: string, cookie: string | null = null): Promise<number> =>
    (await world.visitor(cookie).get(path)).html().querySelectorAll('article[data-document]').length;

  it('are stemmed by the new language once the site has another one, also of those that wait, and after a stop', async () => {
    const { owner } = world.db;
    await owner.query(`update category set documents = 'everyone'`);
    const ids: string[] = [];
    for (const [nth, slug] of ['villes', 'autre'].entries()) {
      await owner.query('update category set documents_held = $1', [slug === 'autre']);
      const { id, upload } = await cleanFile(world, ['The cameras were watching']);
      const form = { title: 'Papers', text: 'Here.', key: `a-key-of-files-${nth}`, action: 'send', upload };
      const sent = await world.visitor().post(`/category/${slug}/threads`, { ...form, uploadTitle: 'Recording' });
      expect(sent.status).toBe(303);
      ids.push(id);
    }
    const stemmed = async (): Promise<string[]> => {
      const { rows } = await owner.query<{ id: string }>(
        `select file_id as id from desk.file_page where file_id = any($1) and 'watch' = any(tsvector_to_array(search))`,
        [ids],
      );
      return rows.map(({ id }) => id).sort();
    };
    const old = world.app.get(OldTexts, { strict: false });
    await old.index();
    expect([await stemmed(), await found('/documents?q=recorded')]).toEqual([[], 0]);
    await owner.query(`update site set language = 'en'`);
    expect(await old.index(AbortSignal.abort())).toBe('unfinished');
    expect(await stemmed()).toEqual([]);
    expect(await old.index()).toBeUndefined();
    expect(await stemmed()).toEqual([...ids].sort());
    expect(await found('/documents?q=recorded')).toBe(1);
    expect(await found('/documents?q=watched')).toBe(1);
    await owner.query(`update site set language = 'fr'`);
    await old.index();
    expect([await stemmed(), await found('/documents?q=recorded')]).toEqual([[], 0]);
  });
});
