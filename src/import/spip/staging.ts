import { DatabaseSync, type StatementSync } from 'node:sqlite';

/**
 * A dump brings its rows in any order; here they are put together. It is a file that SQLite makes in the folder for
 * temporary files and unlinks at once, so that memory stays small, and no unpublished text is left on the disk when
 * the import is killed.
 */
const TABLES = `
  create table article (prefix text, id integer, title text, at text, status text, language text, accepts text,
  primary key (prefix, id)) without rowid;
  create table message (prefix text, id integer, parent integer, object text, article integer, at text, title text,
  text text,
    name text, author integer, email text, status text, link_name text, link text,
    primary key (prefix, id)) without rowid;
  create index message_by_title on message (prefix, article, title);
  create table author (prefix text, id integer, name text, primary key (prefix, id)) without rowid;
  create table meta (prefix text, name text, value text, primary key (prefix, name)) without rowid;
  create table url (prefix text, article integer, at text, url text);
  create index url_of_article on url (prefix, article, at);

  -- What will be sent, in one row for each message that is not skipped.
  create table draft (id integer primary key, parent integer, article integer, at integer, name text, email text,
  text text, waits integer);
  create index draft_by_parent on draft (parent);
  -- When and after how many others it is its turn: never before what it answers.
  create table turn (id integer primary key, at integer, depth integer);
  create index turns on turn (at, depth, id);
  -- The number under which it stands, or, where it waits, what it stands under.
  create table place (id integer primary key, number integer);
`;

export type Staged = Record<string, string | number | null>;

export class Staging {
  private readonly database = new DatabaseSync('');
  private readonly statements = new Map<string, StatementSync>();

  constructor() {
    this.database.exec('pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -16000;');
    this.database.exec(TABLES);
  }

  /** Of two rows with one id, the first one stays. Answers whether this was the first. */
  add(table: string, row: Staged): boolean {
    const names = Object.keys(row);
    const sql = `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})
      on conflict do nothing`;
    return this.statement(sql).run(...Object.values(row)).changes === 1;
  }

  run(sql: string, ...values: (string | number | null)[]): void {
    this.statement(sql).run(...values);
  }

  one<T>(sql: string, ...values: (string | number | null)[]): T | undefined {
    return this.statement(sql).get(...values) as T | undefined;
  }

  all<T>(sql: string, ...values: (string | number | null)[]): T[] {
    return this.statement(sql).all(...values) as T[];
  }

  /** One row after the other, which may be changed meanwhile only in other tables. */
  *each<T>(sql: string, ...values: (string | number | null)[]): Generator<T> {
    // A statement of its own: an iteration ends when the same statement is asked for something else.
    for (const row of this.database.prepare(sql).iterate(...values)) yield row as T;
  }

  /** In one go, which is a hundred times quicker than each by itself. */
  async together(work: () => Promise<void> | void): Promise<void> {
    this.database.exec('begin');
    await work();
    this.database.exec('commit');
  }

  close(): void {
    this.database.close();
  }

  private statement(sql: string): StatementSync {
    const known = this.statements.get(sql) ?? this.database.prepare(sql);
    this.statements.set(sql, known);
    return known;
  }
}
