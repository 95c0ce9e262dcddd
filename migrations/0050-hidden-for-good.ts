import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A category that ceases to show earlier texts hides those for good: neither a restored nor a moved post brings them
 * back when the category shows earlier texts again.
 */
export class HiddenForGood1763800000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      hiding(`update desk.revision r set shown = false from public.thread t
            where t.id = r.thread_id and t.category_id = new.id and r.shown;`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(hiding(''));
  }
}

function hiding(forGood: string): string {
  return `create or replace function desk.drop_revisions_of_category() returns trigger language plpgsql as $$
    begin
      delete from public.revision r using public.thread t where t.id = r.thread_id and t.category_id = new.id;
      ${forGood}
      return null;
    end $$`;
}
