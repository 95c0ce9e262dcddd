import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A scan on which a program has put a stamp has a few words already: what is read of it stands behind them, and readers
 * see it as they do on a page that had none.
 */
export class WordsOfStampedScans1763800000089 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function desk.show_recognised() returns trigger language plpgsql as $$
      begin
        delete from public.document_page w where w.document_id = new.file_id and w.page = new.page;
        insert into public.document_page (document_id, page, words, search)
        select d.id, new.page, new.words, new.search from public.document d where d.id = new.file_id;
        return null;
      end $$;
      drop trigger shown_when_recognised on desk.file_page;
      create trigger shown_when_recognised after insert or update of words on desk.file_page
        for each row when (new.recognised) execute function desk.show_recognised();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger shown_when_recognised on desk.file_page;
      create trigger shown_when_recognised after insert on desk.file_page
        for each row when (new.recognised) execute function desk.show_recognised();
    `);
  }
}
