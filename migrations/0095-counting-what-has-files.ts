import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexes = (documents: string): string => `
  drop index desk.submission_waiting;
  drop index desk.submission_waiting_by_category;
  create index submission_waiting on desk.submission (written_at, id)
    include (category_id, kind, with_links, ${documents}author_id, author_name) where status = 'waiting';
  create index submission_waiting_by_category on desk.submission (category_id, written_at, id)
    include (kind, with_links, ${documents}author_id, author_name) where status = 'waiting';
`;

/**
 * Whether a submission has files stood in its row alone, so that for the numbers above the queue each of ten thousand
 * waiting rows was opened: it stands in the indexes of the queue, like all else that a filter asks.
 */
export class CountingWhatHasFiles1763800000095 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table desk.submission
        add column with_documents boolean not null generated always as (documents <> '[]') stored;
      ${indexes('with_documents, ')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${indexes('')}
      alter table desk.submission drop column with_documents;
    `);
  }
}
