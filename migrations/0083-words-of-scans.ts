import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words of pages that have none, read from what is drawn of them after the publication. They are words of the file, as
 * those that stood in it are, and readers' rows follow by triggers: nothing else writes these.
 */
export class WordsOfScans1763800000083 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How far a file has been looked through for pages to read; pages of pictures count as one.
      alter table desk.file add column recognised int not null default 0;
      alter table desk.file_page add column recognised boolean not null default false;
      alter table document_page add column recognised boolean not null default false;
      create index file_to_recognise on desk.file (published_at, id)
        where published_at is not null and kind in ('pdf', 'picture') and recognised < coalesce(pages, 1);

      create function desk.show_recognised() returns trigger language plpgsql as $$
      begin
        insert into public.document_page (document_id, page, words, search)
        select d.id, new.page, new.words, new.search from public.document d where d.id = new.file_id;
        return null;
      end $$;
      create trigger shown_when_recognised after insert on desk.file_page
        for each row when (new.recognised) execute function desk.show_recognised();
      -- However a row of readers came to be, it says what its file says.
      create function desk.mark_recognised() returns trigger language plpgsql as $$
      begin
        new.recognised := exists (select from desk.file_page w
          where w.file_id = new.document_id and w.page = new.page and w.recognised);
        return new;
      end $$;
      create trigger marked_when_recognised before insert on document_page
        for each row execute function desk.mark_recognised();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger marked_when_recognised on document_page;
      drop trigger shown_when_recognised on desk.file_page;
      drop function desk.mark_recognised(), desk.show_recognised();
      alter table document_page drop column recognised;
      delete from desk.file_page where recognised;
      alter table desk.file_page drop column recognised;
      alter table desk.file drop column recognised;
    `);
  }
}
