import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type TestDatabase } from '../database.js';

type Rights = Record<string, Record<string, string>>;

const written = JSON.parse(readFileSync('test/rules/grants.json', 'utf8')) as Rights;

let test: TestDatabase;
beforeAll(async () => void (test = await freshDatabase()));
afterAll(() => test.close());

describe('the rights of the two logins', () => {
  it('are exactly those of the written list, for tables, columns, sequences, schemas, functions and the database', async () => {
    expect(await granted()).toEqual(written);
  });

  it('include owning nothing', async () => {
    const { rows } = await test.owner.query(
      `select relname from pg_class where relowner in (select oid from pg_roles where rolname ~ '_(reader|writer)$')`,
    );
    expect(rows).toEqual([]);
  });

  it('are refused to the reader for what waits, though it is there', async () => {
    await test.owner.query(`insert into category (slug, name) values ('room', 'Room')`);
    await test.owner.query(
      `insert into desk.submission (id, kind, category_id, title, source, html, renderer_version, author_role,
        key_hash, token_hash, written_at, changed_at)
       values (gen_random_uuid(), 'thread', 1, 'canary', 'canary', 'canary', 1, 'guest', 'k', 't', now(), now())`,
    );
    expect(await test.writer.query('select title from desk.submission')).toEqual([{ title: 'canary' }]);
    await expect(test.reader.query('select title from desk.submission')).rejects.toMatchObject({ code: '42501' });
    await expect(test.reader.query('select password_hash from private.account')).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('let the reader write nowhere, not even into a table of its own', async () => {
    await expect(test.reader.query(`update site set name = 'mine'`)).rejects.toMatchObject({ code: '25006' });
    await expect(
      test.reader.query('set default_transaction_read_only = off; update site set name = $$mine$$'),
    ).rejects.toThrow();
    await expect(test.reader.query('create table mine ()')).rejects.toThrow();
    await expect(test.writer.query('create temporary table mine ()')).rejects.toMatchObject({ code: '42501' });
  });

  it('let nobody change or empty the log of decisions', async () => {
    await test.owner.query(
      `insert into desk.decision (decided_at, member_name, decision, category_id) values (now(), 'x', 'accept', 1)`,
    );
    await expect(test.writer.query(`delete from desk.decision`)).rejects.toMatchObject({ code: '42501' });
    await expect(test.owner.query(`update desk.decision set remark = 'other'`)).rejects.toMatchObject({
      code: '23001',
    });
    await expect(test.owner.query('truncate desk.decision')).rejects.toMatchObject({ code: '23001' });
  });
});

/** What PostgreSQL itself says, by login and thing; PUBLIC included, because what everybody may, they may. */
async function granted(): Promise<Rights> {
  const { rows } = await test.owner.query<{ login: string; thing: string; rights: string }>(`
    with things as (
      select 'table ' || relnamespace::regnamespace || '.' || relname as thing, relacl as acl from pg_class
        where relkind in ('r', 'v', 'm', 'p', 'f') and relnamespace not in ('pg_catalog'::regnamespace,
          'information_schema'::regnamespace)
      union all select 'sequence ' || relnamespace::regnamespace || '.' || relname, relacl from pg_class
        where relkind = 'S'
      union all select 'column ' || attrelid::regclass || '.' || attname, attacl from pg_attribute join pg_class
        on pg_class.oid = attrelid
        where relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
      union all select 'schema ' || nspname, coalesce(nspacl, acldefault('n', nspowner)) from pg_namespace
        where nspname !~ '^pg_|^information_schema$'
      union all select 'function ' || oid::regprocedure, coalesce(proacl, acldefault('f', proowner)) from pg_proc
        where pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
      union all select 'database', coalesce(datacl, acldefault('d', datdba)) from pg_database
        where datname = current_database()
    )
    select case when grantee = 0 then 'PUBLIC' else replace(grantee::regrole::text, 'palabre_', '') end as login,
           thing, string_agg(privilege_type, ' ' order by privilege_type) as rights
    from things, aclexplode(acl) where grantee <> (select datdba from pg_database where datname = current_database())
    group by 1, 2 order by 1, 2`);
  const rights: Rights = {};
  for (const row of rows) (rights[row.login] ??= {})[row.thing] = row.rights;
  return rights;
}
