import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { errorsNoted } from '../../server-log.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let amina: Person;
let staff: Person;
const threads: Record<string, number> = {};

const asked = (fields: Record<string, string> | string): string =>
  `/search?${new URLSearchParams(typeof fields === 'string' ? { q: fields } : fields).toString()}`;
const get = (fields: Record<string, string> | string, cookie: string | null = null) =>
  world.visitor(cookie).get(asked(fields));
/** The places that a page of results shows, in their order, as `thread:number`. */
const hits = async (fields: Record<string, string> | string, cookie: string | null = null): Promise<string[]> => {
  const page = (await get(fields, cookie)).html();
  return page.querySelectorAll('article[data-thread]').map((hit) => {
    const name = Object.entries(threads).find(([, id]) => String(id) === hit.getAttribute('data-thread'))?.[0];
    return `${name}:${hit.getAttribute('data-number')}`;
  });
};
const marks = async (q: string): Promise<string[]> =>
  (await get(q))
    .html()
    .querySelectorAll('mark')
    .map(({ text }) => text);

beforeAll(async () => {
  world = await openWorld();
  amina = await world.member('Amina R');
  staff = await world.member('Sage', { role: 'administrator' });
  await world.category({ slug: 'villes', name: 'Dans nos villes', hold: 'nobody' });
  await world.category({ slug: 'ailleurs', hold: 'nobody' });
  await world.category({ slug: 'equipe', audience: 'staff', hold: 'nobody' });
  const open = async (name: string, title: string, text: string, category = 'villes', by = amina.visitor) => {
    world.clock.advance(60_000);
    threads[name] = await world.thread({ category, title, text, by });
  };
  await open('event', 'Un rendez-vous', 'Un événement place de la mairie, à la une du journal.');
  await open('event2', 'La fête', 'Cet évènement dans l’atelier, avec une œuvre.', 'ailleurs');
  await open('camera', 'Quarante caméras', 'La vidéo-surveillance de la place et ses projets **généra**lisés.');
  await open('video', 'Question', 'Une surveillance par vidéo ? La caméra du parc. Une analyse d’impact manque.');
  await open('inner', 'Secret', 'Une caméra cachée à l’équipe.', 'equipe', staff.visitor);
  await world.reply(threads['camera'] ?? 0, 'Je réponds : pas de drone, mais une caméra.');
});
afterAll(() => world.close());

describe('words are found alike', () => {
  test.each([
    [
      ['événement', 'évènement', 'EVENEMENT', 'evenements', 'e\u0301ve\u0301nement'],
      ['event2:1', 'event:1'],
    ],
    [['œuvre', 'oeuvre', 'OEUVRES'], ['event2:1']],
    [['l’atelier', "l'atelier", 'atelier', '(atelier)'], ['event2:1']],
    [
      ['caméra', 'camera', 'CAMÉRAS', 'cameras'],
      ['camera:1', 'camera:2', 'video:1'],
    ],
    [
      ['vidéo-surveillance', '« vidéo surveillance »', 'video surveillance'],
      ['video:1', 'camera:1'],
    ],
    [['généralisé', 'generalise', 'généralisés'], ['camera:1']],
  ])('%s', async (words, found) => {
    const first = await hits(words[0] ?? '');
    expect([...first].sort()).toEqual([...found].sort());
    for (const word of words) expect(await hits(word)).toEqual(first);
  });
});

describe('a question', () => {
  it('puts a word of the title first', async () => {
    expect((await hits('caméra'))[0]).toBe('camera:1');
  });

  test.each([
    ['caméra drone', ['camera:2']],
    ['"à la une"', ['event:1']],
    ['"une à la"', []],
    ['"événements place"', []],
    ['caméra -drone', ['camera:1', 'video:1']],
    ['caméra -"analyse d’impact"', ['camera:1', 'camera:2']],
    ['atelier OR drone', ['camera:2', 'event2:1']],
    ['atelier OU drone', ['camera:2', 'event2:1']],
    ['"analyse d\'impact', ['video:1']],
    ['auteur:amina-r caméra', ['camera:1', 'video:1']],
    ['caméra type:reponse', ['camera:2']],
    ['kind:thread surveillance', ['camera:1', 'video:1']],
    ['categorie:ailleurs événement', ['event2:1']],
    ['événement avant:2000', []],
    ['événement apres:2000-01', ['event2:1', 'event:1']],
  ])('%s', async (question, found) => {
    expect((await hits(question)).sort()).toEqual([...found].sort());
  });

  it('fills the fields of the form by what was typed into the box', async () => {
    const page = (await get('caméra auteur:"Amina R" type:sujet avant:2030-06')).html();
    const value = (name: string) => page.querySelector(`.finding [name="${name}"]`)?.getAttribute('value');
    expect([value('q'), value('author'), value('before')]).toEqual(['caméra', 'Amina R', '2030-06-01']);
    expect(page.querySelector('.finding [name="kind"] option[selected]')?.getAttribute('value')).toBe('thread');
  });

  it('marks what was asked for, of a phrase the phrase alone, and escapes the rest', async () => {
    expect(await marks('camera')).toEqual(['caméras', 'caméra', 'caméras', 'caméra']);
    expect(await marks('"la caméra"')).toEqual(['La caméra']);
    expect(await marks('généraliser')).toEqual(['généralisés']);
  });

  it('is answered in a sentence where it has small words alone, nothing positive, or nothing at all', async () => {
    expect((await get('les à la')).text).toContain('presque tous les messages');
    expect((await get('-caméra')).text).toContain('ce que les messages doivent contenir');
    expect((await get({})).html().querySelector('.finding')).not.toBeNull();
    expect((await get('introuvable')).text).toMatch(/Rien de publié ne répond à «\sintrouvable\s»\./);
  });

  it('is a list by date where it has fields alone', async () => {
    expect(await hits({ author: 'AMINA R', category: 'villes' })).toEqual(['video:1', 'camera:1', 'event:1']);
    expect(await hits({ q: 'caméra', sort: 'date' })).toEqual(['camera:2', 'video:1', 'camera:1']);
  });
});

describe('what one may not read', () => {
  it('is found by those who may, and answers like what does not exist', async () => {
    expect(await hits('cachée', staff.cookie)).toEqual(['inner:1']);
    expect(await hits('cachée')).toEqual([]);
    const page = async (fields: Record<string, string>, word: string) =>
      (await get(fields)).text.replaceAll(word, 'XX').replaceAll(encodeURIComponent(word), 'XX');
    const [hidden, none] = [
      await page({ q: 'caméra', category: 'equipe' }, 'equipe'),
      await page({ q: 'caméra', category: 'nulleparte' }, 'nulleparte'),
    ];
    expect(hidden).toBe(none);
    expect(await page({ author: 'Sage' }, 'Sage')).toBe(await page({ author: 'Personne' }, 'Personne'));
  });

  it('is not told to a page elsewhere, whatever cookie comes along', async () => {
    const ask = (headers: Record<string, string>) => world.visitor(staff.cookie).get(asked('cachée'), headers);
    expect((await ask({ 'sec-fetch-site': 'same-origin' })).text).toContain('data-thread');
    expect((await ask({})).text).toContain('data-thread');
    const guest = (await world.visitor().get(asked('cachée'))).text;
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://mal.example' },
      { referer: 'https://mal.example/page' },
    ] as Record<string, string>[])
      expect((await ask(headers)).text).toBe(guest);
  });
});

it('is kept nowhere: not by the browser, nor among the kept pages, nor in a table', async () => {
  const answer = await get('introuvableaussi');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const { rows } = await world.db.owner.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'desk', 'private') and table_type = 'BASE TABLE'`,
  );
  for (const { name } of rows) {
    const found = await world.db.owner.query(`select 1 from ${name} t where t::text like '%introuvableaussi%'`);
    expect([name, found.rowCount]).toEqual([name, 0]);
  }
});

test.each([
  '"caméra',
  '((',
  '))(',
  '&|!<->:*',
  "'",
  "\\'",
  "d'",
  'OR',
  'OR OR',
  '-',
  '--',
  '""',
  '-""',
  'a:b',
  'auteur:',
  'auteur:"',
  "auteur:'\\",
  '\u0301',
  '\uFFFD',
  '😀',
  '<script>alert(1)</script>',
])('%j is answered in words', async (question) => {
  const answer = await get(question);
  expect(answer.status).toBe(200);
  expect(answer.text).not.toContain('<script>alert');
});

test.each([
  [{ q: 'e'.repeat(10_000) }, 422],
  [{ q: 'x', after: '2026-02-30' }, 422],
  [{ q: 'x', before: 'hier' }, 422],
  [{ q: 'x', kind: 'people' }, 422],
  [{ q: 'x', sort: 'random' }, 422],
  [{ q: 'avant:2026-02-30 caméra' }, 422],
  [{ q: 'x', author: 'y'.repeat(300) }, 422],
  [{ q: 'caméra', from: 'forged' }, 404],
  [{ q: 'caméra', from: 'a-b-c-d' }, 404],
  [{ q: 'x\0y' }, 404],
  [{ q: 'caméra', unknown: 'x' }, 200],
] as [Record<string, string>, number][])('%j is answered in words: %d', async (fields, status) => {
  const answer = await get(fields);
  expect([answer.status, answer.text.includes('</html>')]).toEqual([status, true]);
});

it('stands in the masthead of every page, and where a page was not found', async () => {
  const home = (await world.visitor().get('/')).html();
  expect(home.querySelector('.masthead form[role="search"] input[name="q"]')).not.toBeNull();
  const lost = (await world.visitor().get('/nulle/part')).html();
  expect(lost.querySelector('main form[role="search"] input[name="q"]')).not.toBeNull();
});

it('follows an edit, a move and a take-down at once', async () => {
  const { owner } = world.db;
  const thread = await world.thread({ category: 'villes', title: 'Passager', text: 'zibeline' });
  threads['passing'] = thread;
  expect(await hits('zibeline')).toEqual(['passing:1']);
  await owner.query(`update post set html = '<p>hermine</p>' where thread_id = $1`, [thread]);
  expect([await hits('zibeline'), await hits('hermine')]).toEqual([[], ['passing:1']]);
  await owner.query(`update thread set category_id = (select id from category where slug = 'equipe') where id = $1`, [
    thread,
  ]);
  expect([await hits('hermine'), await hits('hermine', staff.cookie)]).toEqual([[], ['passing:1']]);
  await owner.query(`update post set gone = 'taken-down' where thread_id = $1`, [thread]);
  expect(await hits('hermine', staff.cookie)).toEqual([]);
});

it('gives results by twenties, each once, by relevance and by date', async () => {
  const thread = await world.thread({ category: 'ailleurs', title: 'Long', text: 'tisane 0' });
  threads['long'] = thread;
  for (let n = 1; n <= 45; n++) await world.reply(thread, `tisane ${'menthe '.repeat(n % 7)} ${n}`);
  for (const sort of ['relevance', 'date']) {
    const seen: string[] = [];
    let path: string | null = asked({ q: 'tisane', sort });
    for (let turns = 0; path !== null && turns < 9; turns++) {
      const page = (await world.visitor().get(path)).html();
      const rows = page.querySelectorAll('article[data-thread]').map((hit) => hit.getAttribute('data-number') ?? '');
      expect(rows.length).toBeLessThanOrEqual(20);
      expect(page.querySelector('.found [role="status"]')?.text).toContain('46');
      seen.push(...rows);
      path = page.querySelector('.pages a[rel="next"]')?.getAttribute('href')?.replaceAll('&amp;', '&') ?? null;
    }
    expect(seen).toHaveLength(46);
    expect(new Set(seen).size).toBe(46);
  }
});

// The last one: all that this file has asked for, well and badly, is behind it.
it('leaves no error in the log of PostgreSQL, whatever was asked', async () => {
  const { owner } = world.db;
  expect(await errorsNoted(owner)).toEqual([]);
  await expect(owner.query(`select '((:'::tsquery`)).rejects.toThrow('tsquery');
  expect(await errorsNoted(owner)).toEqual([expect.stringContaining('tsquery')]);
});
