import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { finished } from 'node:stream/promises';

/** Columns as SPIP 4 has them, in its order, with what they hold by default. */
const TABLES = {
  articles: {
    id_article: 0,
    surtitre: '',
    titre: '',
    soustitre: '',
    id_rubrique: 1,
    descriptif: '',
    chapo: '',
    texte: '',
    ps: '',
    date: '2024-01-01 00:00:00',
    statut: 'publie',
    id_secteur: 1,
    maj: '2024-01-01 00:00:00',
    export: 'oui',
    date_redac: '0000-00-00 00:00:00',
    visites: 0,
    referers: 0,
    popularite: 0,
    accepter_forum: '',
    date_modif: '2024-01-01 00:00:00',
    lang: 'fr',
    langue_choisie: 'non',
    id_trad: 0,
    nom_site: '',
    url_site: '',
    virtuel: '',
  },
  auteurs: {
    id_auteur: 0,
    nom: '',
    bio: '',
    email: 'SECRET-mail@example.org',
    nom_site: '',
    url_site: '',
    login: 'SECRET-login',
    pass: 'SECRET-hash',
    low_sec: '',
    statut: '0minirezo',
    webmestre: 'non',
    maj: '2024-01-01 00:00:00',
    pgp: '',
    htpass: 'SECRET-htpass',
    en_ligne: '2024-01-01 00:00:00',
    alea_actuel: 'SECRET-salt',
    cookie_oubli: 'SECRET-cookie',
  },
  forum: {
    id_forum: 0,
    id_objet: 0,
    objet: 'article',
    id_parent: 0,
    id_thread: 0,
    date_heure: '2024-01-01 00:00:00',
    date_thread: '2024-01-01 00:00:00',
    titre: '',
    texte: '',
    auteur: '',
    email_auteur: '',
    nom_site: '',
    url_site: '',
    statut: 'publie',
    ip: 'SECRET-203.0.113.9',
    maj: '2024-01-01 00:00:00',
    id_auteur: 0,
  },
  meta: { nom: '', valeur: '', impt: 'oui', maj: '2024-01-01 00:00:00' },
  urls: {
    id_parent: 0,
    url: '',
    type: 'article',
    id_objet: 0,
    date: '2024-01-01 00:00:00',
    segments: 1,
    perma: 0,
    langue: '',
  },
  visites: { date: '2024-01-01', visites: 0, maj: '2024-01-01 00:00:00' },
} as const;

type Table = keyof typeof TABLES;
export type Value = string | number | null | Buffer;
/** For each table its rows, with the columns that are not as by default. */
export type Site = Partial<Record<Table, readonly Record<string, Value>[]>>;

interface Full {
  table: Table;
  columns: string[];
  rows: Iterable<Value[]>;
}

function* tables(site: Site): Generator<Full> {
  for (const table of Object.keys(TABLES) as Table[]) {
    const columns = Object.keys(TABLES[table]);
    const rows = (site[table] ?? []).map((row) =>
      columns.map(
        (column) => (column in row ? row[column] : (TABLES[table] as Record<string, Value>)[column]) ?? null,
      ),
    );
    yield { table, columns, rows };
  }
}

/** The file that SPIP's own dump makes. */
export function writeSqlite(path: string, site: Site, prefix = 'spip'): void {
  const database = new DatabaseSync(path);
  database.exec('pragma synchronous = off; begin');
  for (const { table, columns, rows } of tables(site)) {
    database.exec(
      `create table ${prefix}_${table} (${columns.map((column) => `"${column}" ${/^id_/.test(column) ? 'bigint' : 'text'}`).join(', ')})`,
    );
    const insert = database.prepare(`insert into ${prefix}_${table} values (${columns.map(() => '?').join(', ')})`);
    // A text that is no UTF-8 is kept by SQLite as it came from PHP.
    for (const row of rows) insert.run(...row);
  }
  database.exec('commit');
  database.close();
}

const ESCAPES: Record<string, string> = {
  '\0': '\\0',
  '\n': '\\n',
  '\r': '\\r',
  '\x1a': '\\Z',
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
};

function literal(value: Value): Buffer {
  if (value === null) return Buffer.from('NULL');
  if (typeof value === 'number') return Buffer.from(String(value));
  if (typeof value === 'string')
    return Buffer.from(`'${value.replace(/[\0\n\r\x1a\\'"]/g, (sign) => ESCAPES[sign] ?? sign)}'`);
  return Buffer.concat([Buffer.from("'"), value, Buffer.from("'")]);
}

/** As mysqldump writes it: one long INSERT for many rows. */
export async function writeMysql(path: string, site: Site, { prefix = 'spip', rowsAtOnce = 100 } = {}): Promise<void> {
  const file = createWriteStream(path);
  file.write(
    "-- MySQL dump 10.13\n--\n-- Host: localhost\n\n/*!40101 SET NAMES utf8mb4 */;\n/*!40103 SET TIME_ZONE='+00:00' */;\n",
  );
  for (const { table, columns, rows } of tables(site)) {
    const name = `\`${prefix}_${table}\``;
    file.write(
      `\n--\n-- It's the table ${name}; (nothing)\n--\n\nDROP TABLE IF EXISTS ${name};\nCREATE TABLE ${name} (\n`,
    );
    file.write(
      columns
        .map(
          (column) =>
            `  \`${column}\` ${/^id_/.test(column) ? 'bigint(21) NOT NULL' : "mediumtext DEFAULT 'a, (b) \\' c'"}`,
        )
        .join(',\n'),
    );
    file.write(
      `,\n  PRIMARY KEY (\`${columns[0]}\`),\n  KEY \`optimal\` (\`${columns[0]}\`,\`${columns[1]}\`)\n) ENGINE=MyISAM DEFAULT CHARSET=utf8mb4;\n`,
    );
    file.write(`\nLOCK TABLES ${name} WRITE;\n/*!40000 ALTER TABLE ${name} DISABLE KEYS */;\n`);
    let count = 0;
    for (const row of rows) {
      file.write(count % rowsAtOnce === 0 ? `${count === 0 ? '' : ';\n'}INSERT INTO ${name} VALUES (` : ',(');
      row.forEach((value, place) =>
        file.write(place === 0 ? literal(value) : Buffer.concat([Buffer.from(','), literal(value)])),
      );
      if (!file.write(')')) await once(file, 'drain');
      count += 1;
    }
    file.write(`${count === 0 ? '' : ';\n'}/*!40000 ALTER TABLE ${name} ENABLE KEYS */;\nUNLOCK TABLES;\n`);
  }
  file.end('\n-- Dump completed on 2024-01-01  0:00:00\n');
  await finished(file);
}
