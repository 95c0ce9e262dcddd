import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allow, LISTS, type ListedColumn } from '../../migrations/lists.js';
import { kindChecks } from '../../migrations/kind-checks.js';
import { freshDatabase, type TestDatabase } from '../database.js';
import { schemaOf } from '../schema-of.js';

let test: TestDatabase;
beforeAll(async () => void (test = await freshDatabase()));
afterAll(() => test.close());

const columns = Object.keys(LISTS) as ListedColumn[];

describe('a column that takes words of a list', () => {
  it('takes those of the list in the code and no other', async () => {
    expect(Object.fromEntries((await checks()).map(({ column, words }) => [column, words]))).toEqual(LISTS);
  });

  it.each(columns)('is allowed what the list of %s has now by one line of a migration', async (column) => {
    const whole = await schemaOf(test.owner);
    const [check] = (await checks()).filter((each) => each.column === column);
    const others = column === 'desk.submission.kind' ? Object.keys(kindChecks()) : [];
    for (const name of [check?.name, ...others])
      await test.owner.query(
        `alter table ${check?.table} drop constraint ${name}, add constraint ${name} check (false) not valid`,
      );
    expect(await schemaOf(test.owner)).not.toEqual(whole);
    await allow(test.owner, column);
    expect(await schemaOf(test.owner)).toEqual(whole);
  });
});

describe('a kind that the database did not know', () => {
  const insert = `insert into desk.submission (id, kind, author_id, source, html, renderer_version, author_role,
    key_hash, token_hash, written_at, changed_at)
    values (gen_random_uuid(), 'profile', 1, '', '', 1, 'member', 'k', 't', now(), now())`;

  it('is refused before that line and taken after it, with what its rows must have', async () => {
    await test.owner.query(`insert into member (name, name_key, joined_on) values ('Ada', 'ada', '2026-11-01')`);
    await test.owner.query(`alter table desk.submission drop constraint submission_kind_check,
      add constraint submission_kind_check check (kind in ('thread', 'reply', 'comment', 'edit', 'report', 'appeal')),
      drop constraint profile_has_its_author, add constraint profile_has_its_author check (true)`);
    await expect(test.owner.query(insert)).rejects.toMatchObject({
      code: '23514',
      constraint: 'submission_kind_check',
    });
    await allow(test.owner, 'desk.submission.kind');
    await test.owner.query(insert);
    await expect(test.owner.query(insert.replace(', 1, ', ', null, '))).rejects.toMatchObject({
      code: '23514',
      constraint: 'profile_has_its_author',
    });
  });
});

/** Every check of one column whose condition is a list of words, found in the database itself. */
async function checks(): Promise<{ column: string; table: string; name: string; words: string[] }[]> {
  const { rows } = await test.owner.query<{ table: string; column: string; name: string; condition: string }>(
    `select conrelid::regclass::text as table, attname as column, conname as name,
      pg_get_constraintdef(k.oid) as condition
     from pg_constraint k join pg_attribute on attrelid = conrelid and attnum = conkey[1]
     where contype = 'c' and cardinality(conkey) = 1 and connamespace::regnamespace::text in ('public', 'desk',
       'private')
     and pg_get_constraintdef(k.oid) ~ '= ANY \\(ARRAY\\[''|<@ '`,
  );
  return rows.map(({ table, column, name, condition }) => ({
    table,
    column: `${table}.${column}`,
    name,
    words: wordsOf(condition),
  }));
}

function wordsOf(condition: string): string[] {
  const [, set] = /<@ '\{(.*)\}'::text\[\]/.exec(condition) ?? [];
  return set?.split(',') ?? [...condition.matchAll(/'([^']*)'::text/g)].map(([, word = '']) => word);
}
