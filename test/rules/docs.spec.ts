import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../../src/config/read-config.js';
import { settings } from '../../src/config/settings.js';
import { OLDEST } from '../../src/database/preflight.js';
import { RouteTable } from '../../src/web/kit/route-table.js';
import { openWorld, type World } from '../world.js';

const root = resolve(import.meta.dirname, '../../..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the table of settings in the README', () => {
  const rows = [...text('README.md').matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]*)`)? ?\| .+ \|$/gm)].map(
    ([, name = '', given = '']) => ({ name, given }),
  );

  it('names every setting, in the order of the schema', () => {
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(settings.shape));
  });

  it('gives for each the value that it has when it is not set', () => {
    const written = rows
      .filter(({ name }) => name !== 'PUBLIC_URL')
      .map(({ name, given }) => [name, given])
      .filter(([, given]) => given !== '');
    expect(readConfig(Object.fromEntries(written))).toEqual(readConfig({}));
    const set = Object.entries(settings.parse({}))
      .filter(([, value]) => !Array.isArray(value))
      .map(([name]) => name);
    expect(written.map(([name]) => name)).toEqual(set);
  });
});

describe('the maps of the house', () => {
  const { floors, wings } = JSON.parse(text('src/floors.json')) as { floors: string[][]; wings: { names: string[] } };
  const [map = '', doors = ''] = text('docs/house.md').split('The doors are divided into');

  it('name every floor in its order', () => {
    const cells = [...map.matchAll(/^\| [^|]+ \| ([^|]+) \|/gm)].map(([, folders = '']) => folders);
    const named = cells.flatMap((cell) =>
      [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, names = '']) => names.split(' ')),
    );
    expect(named).toEqual(floors.flat());
  });

  it('name every wing', () => {
    const [, names = ''] = /by noun: `([^`]+)`/.exec(doors) ?? [];
    expect(names.split(' ').toSorted()).toEqual(wings.names.toSorted());
  });

  it('have a line for each floor in the README, the ground in one', () => {
    const above = floors.slice(2).flat();
    expect(above.filter((folder) => !text('README.md').includes(`\`src/${folder}`))).toEqual([]);
  });
});

describe('the README and the start', () => {
  it('name the same oldest PostgreSQL', () => {
    expect(text('README.md')).toContain(`a PostgreSQL of yours, ${OLDEST} or later`);
    expect(text('docs/decisions/0023-database-goes-and-comes.md')).toContain(`PostgreSQL ${OLDEST} to 18 are taken`);
  });
});

describe('docs/interface.md', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('lists every door of the house with who may use it, and no other', () => {
    const documented = [
      ...text('docs/interface.md').matchAll(/^\| `((?:GET|POST|HEAD|PATCH|DELETE) \/[^`]*)` \| (\w+) \|/gm),
    ].map(([, door, who]) => `${door} for ${who}`);
    const { routes } = world.app.get(RouteTable, { strict: false });
    expect(documented.toSorted()).toEqual(
      routes.map(({ method, path, mark }) => `${method} ${path} for ${mark}`).toSorted(),
    );
  });
});

describe('what the documents point to', () => {
  it('exists', () => {
    const files = ['README.md', ...globSync('docs/**/*.md', { cwd: root })];
    for (const file of files) {
      const paths = [...text(file).matchAll(/`((?:src|client|test|bin|docs|migrations)\/[\w./-]+)`/g)].map(
        ([, path = '']) => path,
      );
      expect({ file, missing: paths.filter((path) => !existsSync(join(root, path))) }).toEqual({ file, missing: [] });
    }
  });
});
