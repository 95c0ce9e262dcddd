import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readTownQuery } from '../../src/towns/town-query.js';
import { distance } from '../../src/towns/distance.js';
import { fillTowns } from '../../src/towns/fill-towns.js';
import { list, readTownFile } from '../../src/towns/town-file.js';
import { wordsOfTown } from '../../src/towns/town-row.js';
import { Towns } from '../../src/towns/towns.js';
import { freshDatabase, type TestDatabase } from '../database.js';

const file = readTownFile();

let db: TestDatabase;
let towns: Towns;
beforeAll(async () => {
  db = await freshDatabase();
  towns = new Towns(db.reader);
});
afterAll(() => db.close());

/** Codes and names, so that a failure can be read. */
async function found(text: string): Promise<string[]> {
  const answer = await towns.find(text);
  const all = answer.found === 'one' ? [answer.town] : answer.found === 'several' ? answer.towns : [];
  return [
    `${answer.found}${answer.found === 'several' && answer.near ? ' near' : ''}`,
    ...all.map(({ code, name }) => `${code} ${name}`),
  ];
}

const plain = (name: string): string =>
  name.replaceAll('œ', 'oe').replaceAll('Œ', 'OE').normalize('NFD').replace(/\p{M}/gu, '');

describe('the towns', () => {
  it('are the communes of today and the arrondissements of three, whose merged ones lead to them', async () => {
    const [counts] = await db.reader.query(
      `select count(*)::int as towns, (count(*) filter (where name ~ ' Arrondissement$'))::int as parts,
        (select count(*)::int from former_town) as former
       from town`,
    );
    expect(counts).toEqual({ towns: 34_969 + 45, parts: 45, former: 4_240 });
    expect(await towns.byCode('63266')).toMatchObject({
      code: '63255',
      name: 'Nonette-Orsonnette',
      slug: 'nonette-orsonnette',
    });
    expect(await towns.byCode('2a004')).toMatchObject({ name: 'Ajaccio', department: '2A', region: 'Corse' });
    expect(await towns.byCode('99999')).toBeNull();
  });

  it('lie where the map has them, and say where that is a guess', async () => {
    const metz = await towns.byCode('57463');
    expect(metz).toMatchObject({ approximate: false, departmentName: 'Moselle', region: 'Grand Est' });
    expect(distance(metz!, { latitude: 49.12, longitude: 6.177 })).toBeLessThan(2);
    const ambleon = await towns.byCode('01006');
    expect(ambleon?.approximate).toBe(true);
    expect(distance(ambleon!, { latitude: 45.749, longitude: 5.6 })).toBeLessThan(9);
    const exact = file.towns.filter((town) => town[6] === 'exact').length;
    expect(exact).toBeGreaterThan(14_700);
  });

  it('keep the time of their island', async () => {
    const zones = await db.reader.query<{ zone: string; name: string }>(
      'select distinct on (zone) zone, name from town order by zone',
    );
    expect(zones).toHaveLength(17);
    for (const { zone } of zones) expect(() => new Intl.DateTimeFormat('fr', { timeZone: zone })).not.toThrow();
    expect((await towns.byCode('97411'))?.zone).toBe('Indian/Reunion');
    expect((await towns.byCode('98731'))?.zone).toBe('Pacific/Marquesas');
    expect((await towns.byCode('57463'))?.zone).toBe('Europe/Paris');
  });

  it('are filled again without a change', async () => {
    const before = await db.reader.query(`select md5(string_agg(t::text, '' order by code)) from town t`);
    await fillTowns(db.owner);
    expect(await db.reader.query(`select md5(string_agg(t::text, '' order by code)) from town t`)).toEqual(before);
  });
});

describe('a town is found', () => {
  it.each([
    ['peltre', '57534 Peltre'],
    ['PELTRE ', '57534 Peltre'],
    ['st etienne', '42218 Saint-Étienne'],
    ['saint-étienne', '42218 Saint-Étienne'],
    ['Saint Étienne', '42218 Saint-Étienne'],
    ['STE-MÈRE-ÉGLISE', '50523 Sainte-Mère-Église'],
    ['l’hay les roses', "94038 L'Haÿ-les-Roses"],
    ['oeuilly 51', '51410 Œuilly'],
    ['y', '80829 Y'],
    ['vitry s/ seine', '94081 Vitry-sur-Seine'],
  ])('by its name however it is typed: %s', async (text, town) => {
    expect(await found(text)).toEqual(['one', town]);
  });

  it.each([
    ['57463', '57463 Metz'],
    ['2a004', '2A004 Ajaccio'],
    ['63266', '63255 Nonette-Orsonnette'],
    ['97480', '97412 Saint-Joseph'],
    ['Peltre (57)', '57534 Peltre'],
    ['57245 Peltre', '57534 Peltre'],
    ['Saint-Denis 974', '97411 Saint-Denis'],
    ['59350 Lille', '59350 Lille'],
  ])('by its code, its postal code, or one of them with its name: %s', async (text, town) => {
    expect(await found(text)).toEqual(['one', town]);
  });

  it('among others that bear its name or have its postal code, and then somebody chooses', async () => {
    expect(await found('saint denis')).toEqual([
      'several',
      '97411 Saint-Denis',
      '93066 Saint-Denis',
      '11339 Saint-Denis',
      '30247 Saint-Denis',
    ]);
    expect(await found('57070')).toEqual(
      expect.arrayContaining(['several', '57463 Metz', '57616 Saint-Julien-lès-Metz']),
    );
  });

  it('by no number that is the code of one and the postal code of another without a choice', async () => {
    expect(await found('59350')).toEqual(['several', '59350 Lille', '59527 Saint-André-lez-Lille']);
  });

  it('close to what was typed where nothing bears that name, and never taken unasked', async () => {
    expect(await found('steenv')).toEqual(['several near', '59580 Steenvoorde']);
    expect((await found('lyon 7')).slice(0, 2)).toEqual(['several near', '69387 Lyon 7e Arrondissement']);
    expect((await found('saint')).slice(0, 2)).toEqual(['several near', '42218 Saint-Étienne']);
    expect(await found('saint')).toHaveLength(11);
  });

  it.each([
    '',
    ' ',
    '-',
    'nulle part ici',
    's',
    `'; drop table town`,
    `x' & 'y`,
    ':*',
    'é'.repeat(5000),
    '𝟙',
    '00000',
  ])('nowhere for what names nothing: %#', async (text) => {
    expect(await found(text)).toEqual(['none']);
  });

  it('by what its choice sends, whichever it is', async () => {
    const several = await Promise.all(
      ['saint denis', '59350', '51300', 'sainte colombe', '75011'].map((text) => towns.find(text)),
    );
    const choices = several.flatMap((answer) => (answer.found === 'several' ? answer.towns : []));
    expect(choices.length).toBeGreaterThan(60);
    for (const { code, name, typed } of choices)
      expect([typed, ...(await found(typed))]).toEqual([typed, 'one', `${code} ${name}`]);
    expect(choices.find(({ code }) => code === '93066')?.typed).toBe('93066');
    expect(choices.find(({ code }) => code === '59350')?.typed).toBe('Lille (59)');
  });

  it('by its name without accents, each of them', async () => {
    const typed = file.towns.map(([code, name]) => ({
      code,
      ...readTownQuery(plain(name).toUpperCase().replaceAll('-', ' ')),
    }));
    expect(await lost(typed)).toEqual([]);
    // The proof that a name can be lost: this is how many are when the accents stay away on one side only.
    const { rows } = await db.owner.query(
      `select code from town where lower(name) <> key and replace(lower(name), '-', ' ') = key limit 1`,
    );
    expect(rows).toHaveLength(1);
    expect(await lost([{ code: '57463', words: `'metzz':*`, keys: ['metzz'] }])).toEqual(['57463']);
  });

  it('by its name and its department, each of them and no other', async () => {
    const typed = file.towns.map(([code, name]) => ({
      code,
      ...readTownQuery(`${name} (${code.slice(0, /^9[78]/.test(code) ? 3 : 2)})`),
    }));
    expect(await lost(typed)).toEqual([]);
    expect(await db.reader.query('select key, department_code from town group by 1, 2 having count(*) > 1')).toEqual(
      [],
    );
  });

  /** Those that their own search would pass by: asked of each row, since 35,000 searches are a minute. */
  async function lost(
    typed: readonly { code: string; words?: string; keys?: readonly string[] }[],
  ): Promise<string[]> {
    const { rows } = await db.owner.query<{ code: string }>(
      `select t.code from unnest($1::text[], $2::text[], $3::text[]) as q (code, words, keys) join town t using (code)
       where not (${wordsOfTown('t')} @@ q.words::tsquery and t.key = any(string_to_array(q.keys, '|')))`,
      [
        typed.map(({ code }) => code),
        typed.map(({ words }) => words ?? ''),
        typed.map(({ keys }) => (keys ?? []).join('|')),
      ],
    );
    return rows.map(({ code }) => code);
  }
});

describe('while somebody types', () => {
  it('all that bear the name come first, then others up to ten', async () => {
    const names = async (text: string): Promise<string[]> => (await towns.like(text)).map(({ name }) => name);
    expect(await names('saint denis')).toEqual([
      ...Array<string>(4).fill('Saint-Denis'),
      ...(await names('saint denis')).slice(4),
    ]);
    expect(await names('saint denis')).toHaveLength(10);
    const colombes = await names('sainte colombe');
    expect(colombes.length).toBeGreaterThan(10);
    expect(new Set(colombes)).toEqual(new Set(['Sainte-Colombe']));
    expect(await names('marsei')).toContain('Marseille');
    expect(await names('ste')).toEqual(expect.arrayContaining(['Sainte-Marie']));
    expect(await names('steen')).toContain('Steenvoorde');
    expect(await names('')).toEqual([]);
  });

  it('no search reads the whole table', async () => {
    const explained = await db.owner.query<{ 'QUERY PLAN': string }>(
      `explain select code from town t where ${wordsOfTown('t')} @@ $1::tsquery
        or t.code = (select coalesce((select town_code from former_town where code = $2), $2))`,
      [`'saint':* & 'denis':*`, '57463'],
    );
    expect(explained.rows.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('Seq Scan on town');
  });

  it('the codes of a line are apart by spaces', () => {
    expect([list(), list(''), list('75001 75002')]).toEqual([[], [], ['75001', '75002']]);
  });
});
