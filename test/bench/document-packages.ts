import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Row, short } from './table.js';

/** Direct dependencies that nothing but documents asks for. What reads the words of scans is optional, and not here. */
const DOCUMENTS = ['@fastify/busboy', 'fflate', 'file-type', 'mupdf', 'sharp'];
const LIMIT = '40 MB';

interface Locked {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** What an install would be smaller by without documents: their packages, and what only these need in turn. */
export function documentPackages(root: string): Row {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const direct = Object.keys({ ...packages['']?.dependencies, ...packages['']?.optionalDependencies });
  const unknown = DOCUMENTS.filter((name) => !direct.includes(name));
  if (unknown.length > 0) throw new Error(`no longer a dependency: ${unknown.join(', ')}`);
  const others = needed(
    packages,
    direct.filter((name) => !DOCUMENTS.includes(name)),
  );
  const added = [...needed(packages, DOCUMENTS)].filter((folder) => !others.has(folder));
  const sizes = added
    .map((folder) => ({ name: folder.replace(/.*node_modules\//, ''), bytes: sizeOf(join(root, folder)) }))
    .filter(({ bytes }) => bytes > 0)
    .sort((one, other) => other.bytes - one.bytes);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    what: `packages that only documents need, ${sizes.length} of them`,
    ours: short(total / 1e6, 'MB'),
    aim: LIMIT,
    besides: sizes
      .slice(0, 4)
      .map(({ name, bytes }) => `${name} ${short(bytes / 1e6)}`)
      .join(', '),
  };
}

/** The folders of packages and of all that they need, as Node finds them: the nearest one upwards. */
function needed(packages: Record<string, Locked>, names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const ways = names.map((name) => ({ name, from: '' }));
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    const folder = nearest(packages, way.name, way.from);
    if (folder === undefined || found.has(folder)) continue;
    found.add(folder);
    const { dependencies, optionalDependencies } = packages[folder] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) ways.push({ name, from: folder });
  }
  return found;
}

function nearest(packages: Record<string, Locked>, name: string, from: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const folder = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (packages[folder] !== undefined) return folder;
    if (at === '') return undefined;
  }
}

/** Bytes of a package without those that lie in it and are counted for themselves; none where it is for another machine. */
function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !join(entry.parentPath, '/').slice(folder.length).includes('/node_modules/'))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
