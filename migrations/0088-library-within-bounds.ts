import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The library is read by category, each along its own index, and by the index of words, whatever the planner believes
 * of the tables: before, joins looked for the newest, and for a rare word all pages were read now and then.
 */
export class LibraryWithinBounds1763800000088 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table document add column category_id int;
      update document d set category_id = t.category_id from thread t where t.id = d.thread_id;
      alter table document alter column category_id set not null,
        -- As the posts of a thread, its documents go with it to another category.
        add foreign key (thread_id, category_id) references thread (id, category_id) on update cascade;
      create index document_of_category on document (category_id, published_at desc, id desc);
      create index document_of_kind on document (category_id, kind, published_at desc, id desc);
      create index document_of_nature on document (category_id, nature, published_at desc, id desc);
      create index document_of_origin on document (category_id, origin, published_at desc, id desc);
      create index document_from on document (category_id, lower(source), published_at desc, id desc);

      create function desk.place_document() returns trigger language plpgsql as $$
      begin
        select t.category_id into new.category_id from public.thread t where t.id = new.thread_id;
        return new;
      end $$;
      create trigger placed before insert on document for each row execute function desk.place_document();

      -- What the index of words gives, so many pages and so many titles as « reading » says; without « asked » all of
      -- them answer, and no text of theirs is read. \`offset 0\` keeps the planner from beginning with all documents.
      create function public.library_indexed(categories int[], asked tsquery, loose tsquery, reading int)
        returns table (id uuid, page int, answers boolean) language plpgsql stable
        set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off
        set enable_hashjoin = off set enable_mergejoin = off as $$
      begin
        return query select w.document_id, w.page, coalesce(w.search @@ asked, true)
          from (select * from public.document_page p where p.search @@ loose offset 0) w
          join public.document d on d.id = w.document_id and d.category_id = any(categories) limit reading;
        return query select d.id, null::int, coalesce(d.search @@ asked, true)
          from (select * from public.document t where t.search @@ loose offset 0) d
          where d.category_id = any(categories) limit reading;
      end $$;
      revoke execute on function public.library_indexed from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function public.library_indexed;
      drop trigger placed on document;
      drop function desk.place_document();
      alter table document drop column category_id;
    `);
  }
}
