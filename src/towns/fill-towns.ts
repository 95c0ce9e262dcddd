import { departmentOf, list, readTownFile, type TownFile } from './town-file.js';
import { townKey } from './town-key.js';

interface Owner {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

type Columns = Readonly<Record<string, string>>;
type Row = readonly (string | number | boolean)[];

const DEPARTMENT: Columns = { code: 'text', name: 'text', region: 'text' };
const TOWN: Columns = {
  code: 'text',
  name: 'text',
  key: 'text',
  department_code: 'text',
  postal: 'text[]',
  people: 'int',
  latitude: 'real',
  longitude: 'real',
  exactness: 'text',
  zone: 'text',
  ambiguous: 'boolean',
};
const FORMER_TOWN: Columns = { code: 'text', town_code: 'text' };

/**
 * Writes all of towns.json, over what is there. A migration calls it, and not each start, which would pay for it. It
 * removes nothing: a migration that brings the file of another year calls endTowns after it, which takes along all that
 * refers to a town which no longer exists.
 */
export async function fillTowns(owner: Owner): Promise<void> {
  const file = readTownFile();
  await write(
    owner,
    'department',
    DEPARTMENT,
    file.departments.map(([code, name, region]) => [code, name, region]),
  );
  await write(owner, 'town', TOWN, townRows(file));
  await write(
    owner,
    'former_town',
    FORMER_TOWN,
    file.towns.flatMap((town) => list(town[7]).map((code) => [code, town[0]])),
  );
}

function townRows({ departments, towns }: TownFile): Row[] {
  const zones = new Map(departments.map(([code, , , zone]) => [code, zone]));
  const withPostal = towns.flatMap(([code, , postal]) => list(postal).map((each) => ({ code, postal: each })));
  const sharing = Map.groupBy(withPostal, ({ postal }) => postal);
  return towns.map(([code, name, postal, people, latitude, longitude, exactness, , zone]) => {
    const department = departmentOf(code);
    const ambiguous = (sharing.get(code) ?? []).some((other) => other.code !== code);
    const codes = `{${list(postal).join(',')}}`;
    const time = zone ?? zones.get(department) ?? '';
    return [code, name, townKey(name), department, codes, people, latitude, longitude, exactness, time, ambiguous];
  });
}

/** In one statement, whose parameters are the columns: 35,000 rows in a second. */
async function write(owner: Owner, table: string, columns: Columns, rows: readonly Row[]): Promise<void> {
  const names = Object.keys(columns);
  await owner.query(
    `insert into ${table} (${names.join(', ')}) select ${names.map((name) => `${name}::${columns[name]}`).join(', ')}
     from unnest(${names.map((_, index) => `$${index + 1}::text[]`).join(', ')}) as line (${names.join(', ')})
     on conflict (code) do update set ${names
       .slice(1)
       .map((name) => `${name} = excluded.${name}`)
       .join(', ')}`,
    names.map((_, index) => rows.map((row) => String(row[index]))),
  );
}
