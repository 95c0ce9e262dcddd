import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Earlier texts say which files stood with them, a report may name one file of its post, and the desk looks up whether
 * the bytes of a file are published already.
 */
export class FilesInHistories1763800000057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Titles and kinds alone: the files themselves may be gone.
      alter table revision add column documents jsonb not null default '[]';
      update revision r set documents = (
        select jsonb_agg(jsonb_build_object('title', n.said->>'title', 'kind', f.kind) order by n.nth)
        from jsonb_array_elements(k.documents) with ordinality n (said, nth)
        left join desk.file f on f.id = (n.said->>'id')::uuid)
      from desk.revision k where k.thread_id = r.thread_id and k.number = r.number and k.revision = r.revision
        and k.documents <> '[]';

      alter table desk.report add column document_id uuid references desk.file on delete set null;
      create index report_of_file on desk.report (document_id) where document_id is not null;

      create index file_by_bytes on desk.file (sent_hash) where published_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index desk.file_by_bytes;
      alter table desk.report drop column document_id;
      alter table revision drop column documents;
    `);
  }
}
