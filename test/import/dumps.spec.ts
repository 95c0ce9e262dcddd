import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDump } from '../../src/import/dump/open-dump.js';
import { SqlStatements } from '../../src/import/dump/sql-statements.js';
import { SqlTokens } from '../../src/import/dump/sql-tokens.js';
import { writeMysql, writeSqlite, type Site } from './spip-dump.js';

const all = { has: () => true } as unknown as ReadonlySet<string>;
const wantAll = (): ReadonlySet<string> => all;

/** The rows of a text that comes in pieces of this length. */
function rowsOf(text: string | Buffer, piece = Infinity): { table: string; row: Record<string, string | null> }[] {
  const bytes = Buffer.from(text as string);
  const tokens = new SqlTokens();
  const rows = new SqlStatements(tokens, wantAll).rows();
  const found = [];
  for (let at = 0; at <= bytes.length; at += Math.min(piece, bytes.length + 1)) {
    if (at === bytes.length) tokens.end();
    else tokens.push(bytes.subarray(at, at + Math.min(piece, bytes.length)));
    if (piece >= bytes.length) tokens.end();
    for (let { value } = rows.next(); value !== null; { value } = rows.next())
      found.push({
        table: value.table,
        row: Object.fromEntries(
          [...value.values].map(([name, bytes]) => [name, bytes === null ? null : bytes.toString('utf8')]),
        ),
      });
    if (piece >= bytes.length) break;
  }
  return found;
}

const TEXT =
  String.raw`-- A dump; it's not simple (INSERT INTO t VALUES (0);)
# neither is this: INSERT INTO t VALUES (0);
/* nor this; INSERT INTO t VALUES (0); */
/*!40101 SET NAMES utf8 */;
CREATE TABLE IF NOT EXISTS ` +
  "`base`.`t` (\n  `a` int(11) NOT NULL DEFAULT '0', \"b\" text COMMENT 'x, (y)', c enum('(',')'),\n  PRIMARY KEY (`a`,`b`), KEY k (`c`)\n) ENGINE=InnoDB;\n" +
  String.raw`
INSERT INTO ` +
  '`base`.`t`' +
  String.raw` VALUES (1,'l\'été ''d\'ici'' \"là\" \\n \\','\r\n\t\Z\0\%\_\q'),(-2.5e+10,NULL,x'c3a9'),( 0x41 , _binary 'é' , b'1000001' );
insert ignore into t (c, a) values ('deux
lignes; VALUES (9)', 3), (true, null) on duplicate key update a = 1;
REPLACE INTO base.t VALUES (4,"double ""quotes"" 'in'",'–')/* end */;
INSERT INTO t VALUES (5, now(), 'unknown'), (6, 'too', 'many', 'values'), (7,'good','row');
INSERT INTO other SELECT * FROM t; INSERT INTO t SET a = 8;
`;

const ROWS = [
  { a: '1', b: `l'été 'd'ici' "là" \\n \\`, c: '\r\n\t\x1a\0\\%\\_q' },
  { a: '-2.5e+10', b: null, c: 'é' },
  { a: 'A', b: 'é', c: 'A' },
  { c: 'deux\nlignes; VALUES (9)', a: '3' },
  { c: '1', a: null },
  { a: '4', b: `double "quotes" 'in'`, c: '–' },
  { a: '7', b: 'good', c: 'row' },
];

describe('a dump of MySQL', () => {
  it('is read with its escapes, literals, comments, names and rows without a line of their own', () => {
    expect(rowsOf(TEXT)).toEqual(ROWS.map((row) => ({ table: 't', row })));
  });

  it('is read alike wherever it is cut on its way', () => {
    for (const piece of [1, 2, 3, 5, 7, 64]) expect(rowsOf(TEXT, piece)).toEqual(rowsOf(TEXT));
  });

  it('has its backslashes as themselves where the shell of SQLite wrote it', () => {
    const text = String.raw`PRAGMA foreign_keys=OFF; BEGIN TRANSACTION; CREATE TABLE t (a INTEGER, b TEXT); INSERT INTO t VALUES(1,'C:\new\');INSERT INTO t VALUES(2,'l''été');`;
    expect(rowsOf(text).map(({ row }) => row['b'])).toEqual(['C:\\new\\', "l'été"]);
  });

  it('takes no more memory than its longest value', () => {
    // In a process of its own: how much this one has put aside for its next objects depends on the tests before.
    const said = execFileSync(process.execPath, [join(import.meta.dirname, 'long-value-child.js')], {
      encoding: 'utf8',
    });
    const { whole, grown } = JSON.parse(said) as { whole: number; grown: number };
    expect(whole).toBe(120);
    expect(grown).toBeLessThan(100 * 1024 * 1024);
  });
});

describe('a file', () => {
  let home: string;
  const site: Site = {
    articles: [{ id_article: 331, titre: "L'été", texte: 'x'.repeat(1000) }],
    forum: [{ id_forum: 1, id_objet: 331, texte: 'Été', nom_site: null }],
    visites: [{ visites: 4 }],
  };
  const wanted = (table: string): ReadonlySet<string> | null =>
    table === 'spip_visites' ? null : new Set(['id_article', 'titre', 'id_forum', 'texte', 'absent', 'nom_site']);
  const read = async (path: string): Promise<unknown[]> => {
    const rows = [];
    for await (const { table, values } of (await openDump(path)).rows(wanted))
      rows.push([table, ...[...values.values()].map((bytes) => bytes?.toString('utf8') ?? null)]);
    return rows;
  };
  const expected = [
    ['spip_articles', '331', "L'été", 'x'.repeat(1000), ''],
    ['spip_forum', '1', '', 'Été', null],
  ];
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'palabre-dumps-'));
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('gives the same rows from SQLite, from MySQL and from a zipped MySQL', async () => {
    writeSqlite(join(home, 'a.sqlite'), site);
    await writeMysql(join(home, 'a.sql'), site);
    writeFileSync(join(home, 'a.sql.gz'), gzipSync(readFileSync(join(home, 'a.sql'))));
    for (const name of ['a.sqlite', 'a.sql', 'a.sql.gz']) expect(await read(join(home, name))).toEqual(expected);
  });

  it('that was cut, or is no dump, is said to be so', async () => {
    await writeMysql(join(home, 'b.sql'), site);
    const whole = readFileSync(join(home, 'b.sql'));
    writeFileSync(join(home, 'cut.sql'), whole.subarray(0, whole.indexOf('Été') + 2));
    await expect(read(join(home, 'cut.sql'))).rejects.toThrow('in the middle of a text');
    writeFileSync(join(home, 'row.sql'), whole.subarray(0, whole.indexOf("'Été'") + 8));
    await expect(read(join(home, 'row.sql'))).rejects.toThrow('in the middle of a row');
    writeFileSync(join(home, 'wide.sql'), Buffer.from('\ufeff-- MySQL dump, windows', 'utf16le'));
    await expect(read(join(home, 'wide.sql'))).rejects.toThrow('UTF-16');
    await expect(read(join(home, 'none.sql'))).rejects.toThrow('There is no file');
    await expect(read(home)).rejects.toThrow('is no file');
  });
});
