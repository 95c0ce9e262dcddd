import type { Wanted } from '../dump/dump-row.js';

/**
 * What is read of each table of SPIP, and nothing else ever is: no password, no IP address, no mail address unless it
 * was asked for. Before SPIP 3 a message said what it is about in `id_article`, later in `objet` and `id_objet`.
 */
const COLUMNS = {
  articles: ['id_article', 'titre', 'date', 'statut', 'lang', 'accepter_forum'],
  forum: [
    'id_forum',
    'id_objet',
    'objet',
    'id_article',
    'id_breve',
    'id_rubrique',
    'id_syndic',
    'id_message',
    'id_parent',
    'date_heure',
    'titre',
    'texte',
    'auteur',
    'nom_site',
    'url_site',
    'statut',
    'id_auteur',
  ],
  auteurs: ['id_auteur', 'nom'],
  meta: ['nom', 'valeur'],
  urls: ['url', 'type', 'id_objet', 'date'],
} as const;

export type SpipTable = keyof typeof COLUMNS;

/** `spip_articles` and the like; another prefix stands for a site that shares its database. */
const NAME = new RegExp(`^(.+)_(${Object.keys(COLUMNS).join('|')})$`);

export interface TableName {
  prefix: string;
  table: SpipTable;
}

export function tableName(name: string): TableName | null {
  const [, prefix, table] = NAME.exec(name) ?? [];
  return prefix === undefined ? null : { prefix, table: table as SpipTable };
}

export interface TableChoice {
  /** Only the tables that begin with it. */
  prefix: string | null;
  emails: boolean;
}

export function wantedOf({ prefix, emails }: TableChoice): Wanted {
  const columns = new Map<SpipTable, ReadonlySet<string>>(
    (Object.keys(COLUMNS) as SpipTable[]).map((table) => [
      table,
      new Set<string>(table === 'forum' && emails ? [...COLUMNS[table], 'email_auteur'] : COLUMNS[table]),
    ]),
  );
  return (name) => {
    const found = tableName(name);
    if (found === null || (prefix !== null && found.prefix !== prefix)) return null;
    return columns.get(found.table) ?? null;
  };
}
