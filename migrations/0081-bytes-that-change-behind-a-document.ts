import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A document that stands keeps its id, by which it is named everywhere, while its bytes are exchanged for others: a row
 * says under which id its bytes lie, and the row of those before says whose they were.
 */
export class BytesThatChangeBehindADocument1763800000081 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table desk.file
        -- Null where they lie under its own id, as they do from the start.
        add column kept_as uuid,
        add column former_of uuid references desk.file on delete cascade;
      create index file_by_folder on desk.file (coalesce(kept_as, id));
      create index file_by_document on desk.file (former_of) where former_of is not null;
      alter table document add column kept_as uuid;
      update document set kept_as = id;
      alter table document alter column kept_as set not null;
    `);
    await runner.query(showDocuments(', kept_as', ', coalesce(f.kept_as, f.id)'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(showDocuments('', ''));
    await runner.query(`
      alter table document drop column kept_as;
      alter table desk.file drop column kept_as, drop column former_of;
    `);
  }
}

/** As in migration 45, with one column more. */
function showDocuments(column: string, value: string): string {
  return `create or replace function desk.show_documents(of_thread int, of_number int) returns void language plpgsql as $$
    begin
      delete from public.document d where d.thread_id = of_thread and d.number = of_number;
      update desk.file f set published_at = greatest(p.published_at, p.edited_at)
      from desk.post_documents l join public.post p using (thread_id, number)
      cross join jsonb_array_elements(l.documents) said
      where l.thread_id = of_thread and l.number = of_number and p.gone is null
        and f.id = (said->>'id')::uuid and f.published_at is null;
      insert into public.document (id, thread_id, number, position, title, description, origin, source, nature, dated,
        kind, extension, size, pages, drawn, hash, published_at, search${column})
      select f.id, p.thread_id, p.number, l.nth, l.said->>'title', l.said->>'text', l.said->>'origin',
        l.said->>'from', l.said->>'nature', (l.said->>'dated')::date, f.kind, f.extension, f.size, f.pages, f.drawn,
        encode(f.hash, 'hex'), f.published_at,
        public.search_vector(site.language, concat_ws(E'\\n', l.said->>'title', l.said->>'text', l.said->>'from'))${value}
      from (select o.thread_id, o.number, e.said, e.nth from desk.post_documents o
        cross join jsonb_array_elements(o.documents) with ordinality e (said, nth)
        where o.thread_id = of_thread and o.number = of_number) l
      join public.post p on p.thread_id = l.thread_id and p.number = l.number and p.gone is null
      join desk.file f on f.id = (l.said->>'id')::uuid and f.state = 'clean'
      cross join public.site;
      insert into public.document_page (document_id, page, words, search)
      select d.id, w.page, w.words, w.search from public.document d join desk.file_page w on w.file_id = d.id
      where d.thread_id = of_thread and d.number = of_number;
    end $$`;
}
