import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { MemberEntity } from '../../src/members/member.entity.js';
import { SiteEntity } from '../../src/site/site.entity.js';
import { SubmissionEntity } from '../../src/submissions/submission.entity.js';
import { freshDatabase, type TestDatabase } from '../database.js';
import { differences, entitiesOf, tableOf, tablesOf } from './table-lines.js';

/**
 * A relation may not lead from what the reader's login knows to what it does not: these keys are in the database
 * only, and are told here.
 */
const BEYOND = [
  'table: public.document (id) references desk.file (id) on delete cascade',
  'table: public.revision (thread_id, number, revision) references desk.revision (thread_id, number, revision) on update cascade on delete cascade',
];

let test: TestDatabase;
let reader: DataSource;
let writer: DataSource;
beforeAll(async () => {
  test = await freshDatabase();
  ({ reader, writer } = test.database);
});
afterAll(() => test.close());

describe('the entities', () => {
  it('say what the migrations made: every table, column, type, null and key', async () => {
    const tables = await tablesOf(test.owner);
    expect(tables.length).toBeGreaterThan(400);
    expect(differences(entitiesOf(writer), tables)).toEqual(BEYOND);
  });

  it.each([
    ['a column more', 'alter table thread add column mood text', ['table: public.thread mood text null']],
    ['a column less', 'alter table private.account drop column mails', ['entity: private.account mails text[]']],
    [
      'a column of another type',
      'alter table desk.note alter id type int',
      ['entity: desk.note id bigint identity', 'table: desk.note id integer identity'],
    ],
    [
      'a column that takes no null',
      'alter table article alter policy set not null',
      ['entity: public.article policy text null', 'table: public.article policy text'],
    ],
    [
      'a column that gives its own number',
      'alter table member alter id drop identity',
      ['entity: public.member id integer identity', 'table: public.member id integer'],
    ],
    [
      'another primary key',
      'alter table desk.untold drop constraint untold_pkey, add primary key (due_at)',
      ['entity: desk.untold primary key (decision_id)', 'table: desk.untold primary key (due_at)'],
    ],
    [
      'a unique key less',
      'alter table category drop constraint category_slug_key',
      ['entity: public.category unique (slug)'],
    ],
    ['a unique key more', 'alter table member add unique (name)', ['table: public.member unique (name)']],
    [
      'a foreign key less',
      'alter table thread drop constraint thread_category_id_fkey',
      ['entity: public.thread (category_id) references public.category (id)'],
    ],
    [
      'a foreign key that cascades',
      `alter table thread drop constraint thread_moved_to_fkey,
      add foreign key (moved_to) references thread on delete cascade`,
      [
        'entity: public.thread (moved_to) references public.thread (id)',
        'table: public.thread (moved_to) references public.thread (id) on delete cascade',
      ],
    ],
    [
      'a table that nobody owns',
      'create table desk.drawer (id int primary key)',
      ['table: desk.drawer id integer', 'table: desk.drawer primary key (id)'],
    ],
  ])('would be told of %s', async (_, change, found) => {
    await test.owner.query('begin');
    try {
      await test.owner.query(change);
      expect(differences(entitiesOf(writer), await tablesOf(test.owner))).toEqual([...found, ...BEYOND].sort());
    } finally {
      await test.owner.query('rollback');
    }
  });

  it('are given to the reader where it may SELECT the table, with columns that it may SELECT, and no others', async () => {
    const { rows } = await test.owner.query<{ table: string }>(
      `select relnamespace::regnamespace || '.' || relname as table from pg_class
        where relkind in ('r', 'p') and relnamespace::regnamespace::text in ('public', 'desk', 'private')
          and has_any_column_privilege($1, oid, 'select') order by 1`,
      [test.connections.reader.user],
    );
    expect(reader.entityMetadatas.map(tableOf).sort()).toEqual(rows.map(({ table }) => table).sort());
    for (const entity of reader.entityMetadatas) {
      const { rows: hidden } = await test.owner.query<{ column: string }>(
        `select c as column from unnest($2::text[]) c where not has_column_privilege($1, $3, c, 'select')`,
        [test.connections.reader.user, entity.columns.map(({ databaseName }) => databaseName), tableOf(entity)],
      );
      expect(hidden).toEqual([]);
    }
    await expect(async () => test.reader.repository(SubmissionEntity).count()).rejects.toThrow(
      'No metadata for "SubmissionEntity" was found',
    );
    expect(await test.writer.repository(SubmissionEntity).count()).toBe(0);
  });

  it('make no table by themselves', () => {
    expect([reader, writer].map(({ options }) => [options.synchronize, options.migrationsRun ?? false])).toEqual([
      [false, false],
      [false, false],
    ]);
  });
});

describe('an entity of the reader', () => {
  it('is read', async () => {
    expect(await test.reader.repository(SiteEntity).findOneByOrFail({ one: true })).toMatchObject({
      name: 'Palabre',
      timeZone: 'Europe/Paris',
    });
  });

  it.each([
    ['save', () => reader.manager.save(SiteEntity, { one: true, name: 'mine' })],
    [
      'save of a new one',
      () => reader.manager.save(MemberEntity, { name: 'Ada', nameKey: 'ada', joinedOn: '2026-01-01' }),
    ],
    ['insert', () => reader.manager.insert(SiteEntity, { one: true })],
    ['upsert', () => reader.manager.upsert(SiteEntity, { one: true }, ['one'])],
    ['update', () => reader.manager.update(SiteEntity, { one: true }, { name: 'mine' })],
    ['increment', () => reader.manager.increment(MemberEntity, { id: 1 }, 'id', 1)],
    ['delete', () => reader.manager.delete(SiteEntity, { one: true })],
    ['remove', async () => reader.manager.remove(await reader.manager.findOneByOrFail(SiteEntity, { one: true }))],
    ['the query builder', () => reader.createQueryBuilder().update(SiteEntity).set({ name: 'mine' }).execute()],
  ])('is not written by %s', async (_, write) => {
    await expect(write()).rejects.toThrow('The reader writes nothing');
  });

  it.each([
    [
      'a query builder that calls nobody',
      () => reader.createQueryBuilder().update(SiteEntity).callListeners(false).set({ name: 'mine' }).execute(),
    ],
    ['emptying the table', () => reader.manager.clear(SiteEntity)],
    ['making the tables', () => reader.synchronize()],
  ])('is refused by the database where it was not asked before: %s', async (_, write) => {
    await expect(write()).rejects.toThrow(/read-only transaction|permission denied/);
  });
});
