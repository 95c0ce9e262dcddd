import type { DumpRow, DumpSource } from '../dump/dump-row.js';
import { decoded } from '../words/decoded.js';
import type { Staged, Staging } from './staging.js';
import { type TableChoice, type SpipTable, tableName, wantedOf } from './tables.js';

type Columns = Map<string, Buffer | null>;

const text = (values: Columns, name: string): string => decoded(values.get(name) ?? Buffer.alloc(0));
const number = (values: Columns, name: string): number => {
  const found = Number(text(values, name));
  return Number.isSafeInteger(found) ? found : 0;
};

/** What a message of SPIP 1 or 2 is about stands in the column that is not 0. */
const FORMERLY = {
  article: 'id_article',
  breve: 'id_breve',
  rubrique: 'id_rubrique',
  site: 'id_syndic',
  message: 'id_message',
};

function subject(values: Columns): { object: string; article: number } {
  if (values.has('objet')) {
    const object = text(values, 'objet');
    return { object, article: object === 'article' ? number(values, 'id_objet') : 0 };
  }
  const [object = ''] = Object.entries(FORMERLY).find(([, column]) => number(values, column) > 0) ?? [];
  return { object, article: number(values, 'id_article') };
}

const rowOf: Record<SpipTable, (values: Columns) => { table: string; row: Staged } | null> = {
  articles: (v) => ({
    table: 'article',
    row: {
      id: number(v, 'id_article'),
      title: text(v, 'titre'),
      at: text(v, 'date'),
      status: text(v, 'statut'),
      language: text(v, 'lang'),
      accepts: text(v, 'accepter_forum'),
    },
  }),
  forum: (v) => ({
    table: 'message',
    row: {
      id: number(v, 'id_forum'),
      parent: number(v, 'id_parent'),
      ...subject(v),
      at: text(v, 'date_heure'),
      title: text(v, 'titre'),
      text: text(v, 'texte'),
      name: text(v, 'auteur'),
      author: number(v, 'id_auteur'),
      email: text(v, 'email_auteur'),
      status: text(v, 'statut'),
      link_name: text(v, 'nom_site'),
      link: text(v, 'url_site'),
    },
  }),
  auteurs: (v) => ({ table: 'author', row: { id: number(v, 'id_auteur'), name: text(v, 'nom') } }),
  meta: (v) =>
    ['adresse_site', 'nom_site', 'type_urls'].includes(text(v, 'nom'))
      ? { table: 'meta', row: { name: text(v, 'nom'), value: text(v, 'valeur') } }
      : null,
  urls: (v) =>
    text(v, 'type') === 'article'
      ? { table: 'url', row: { article: number(v, 'id_objet'), at: text(v, 'date'), url: text(v, 'url') } }
      : null,
};

/** Puts what a dump holds of SPIP into the staging; `heard` is called after every row. */
export async function stage(
  dump: DumpSource,
  staging: Staging,
  asked: TableChoice,
  heard: () => void = () => undefined,
): Promise<void> {
  await staging.together(async () => {
    for await (const row of dump.rows(wantedOf(asked))) {
      put(row, staging);
      heard();
    }
  });
}

function put({ table, values }: DumpRow, staging: Staging): void {
  const name = tableName(table);
  const read = name === null ? null : rowOf[name.table](values);
  if (name !== null && read !== null) staging.add(read.table, { prefix: name.prefix, ...read.row });
}
