import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people write, and what is erased with it. PostgreSQL keeps values of each column as they are, for its planner,
 * and goes on keeping them when the rows are gone: those of a table that is empty for ever. No query compares these
 * columns by their values, so that nothing is planned worse without.
 */
export const WRITTEN: readonly [table: string, columns: readonly string[]][] = [
  ['private.registration', ['name', 'email']],
  ['private.availability', ['name']],
  ['private.workshop_secret', ['address', 'online']],
  ['private.case_reminder', ['email']],
  ['private.confirmation', ['address']],
  ['private.account', ['email']],
  [
    'desk.submission',
    [
      'title',
      'source',
      'html',
      'search',
      'author_name',
      'email',
      'article',
      'remark',
      'facts',
      'base_facts',
      'documents',
      'base_documents',
    ],
  ],
  ['desk.submission_version', ['title', 'source', 'html', 'facts', 'documents']],
  ['desk.revision', ['title', 'source', 'html', 'edited_for', 'facts', 'next_facts', 'documents']],
  ['desk.removed_post', ['title', 'author_name', 'source', 'html', 'excerpt', 'edited_for', 'remark', 'facts']],
  ['desk.merged_title', ['title']],
  ['desk.merged_case', ['facts']],
  ['desk.kept_step', ['facts']],
  ['desk.post_documents', ['documents']],
  ['desk.file_page', ['words', 'search']],
  ['desk.profile_text', ['remark']],
  ['desk.decision', ['remark']],
  ['desk.report', ['remark']],
  ['desk.note', ['words']],
  ['desk.blocked_word', ['word']],
  ['public.thread', ['title', 'slug']],
  ['public.post', ['author_name', 'source', 'html', 'excerpt', 'edited_for']],
  ['public.revision', ['title', 'source', 'html', 'documents']],
  ['public.profile', ['source', 'html']],
  ['public.workshop', ['place', 'address', 'online', 'access', 'bring', 'language']],
  ['public.workshop_part', ['title', 'time', 'text']],
  ['public.local_case', ['place', 'authority_name']],
  ['public.case_step', ['software', 'link']],
];

const EACH = WRITTEN.flatMap(([table, columns]) => columns.map((column) => [table, column] as const));

/** Another number of values to be kept; -1 for as many as PostgreSQL thinks right. */
function keeping(values: number): string {
  return WRITTEN.map(
    ([table, columns]) =>
      `alter table ${table} ${columns.map((column) => `alter column ${column} set statistics ${values}`).join(', ')};`,
  ).join('\n');
}

export class NoStatisticsOfWords1763800000087 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(keeping(0));
    // What was kept until now. Before PostgreSQL 18 nobody but a superuser can take it away.
    await runner.query(`
      do $$
      declare written record;
      begin
        for written in select * from (values ${EACH.map(([table, column]) => `('${table}', '${column}')`).join(', ')})
          as each (of, field) loop
          if current_setting('server_version_num')::int >= 180000 then
            perform pg_clear_attribute_stats(split_part(written.of, '.', 1), split_part(written.of, '.', 2),
              written.field, false);
          elsif (select rolsuper from pg_roles where rolname = current_user) then
            delete from pg_statistic s using pg_attribute a where s.starelid = written.of::regclass
              and a.attrelid = s.starelid and a.attnum = s.staattnum and a.attname = written.field;
          end if;
        end loop;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(keeping(-1));
  }
}
