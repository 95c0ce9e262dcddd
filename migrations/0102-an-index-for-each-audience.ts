import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As the audiences are called today. */
export const INDEXED_FOR = ['everyone', 'members', 'staff'] as const;

/** The index of words of each table of texts. */
const INDEXES: readonly [name: string, table: string, words: string, how: string][] = [
  ['searched_by_words', 'searched', 'words', 'fastupdate = on, gin_pending_list_limit = 256'],
  ['document_by_words', 'document', 'search', 'fastupdate = off'],
  ['document_page_by_words', 'document_page', 'search', 'fastupdate = off'],
];

const ofEachAudience = ([name, table, words, how]: (typeof INDEXES)[number]): string =>
  INDEXED_FOR.map(
    (audience) =>
      `create index ${name}_of_${audience} on ${table} using gin (${words}) with (${how})
         where indexed_for = '${audience}';`,
  ).join('\n');

/**
 * One index of words for each audience instead of one for all: a search that looked into what others may read and threw
 * it away took the longer the more of it had the word, so that its time told what is written there.
 *
 * A text is put into the index of its category's audience. When a category gets another audience, or a thread with files
 * another category, to put all of its texts elsewhere can take minutes: they stay where they are, a row says so, whoever
 * searches looks there, too, and a job takes them along.
 */
export class AnIndexForEachAudience1763800000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table indexed_elsewhere (
        category_id    int not null references category,
        audience       text not null,
        -- Whoever publishes at that moment may have read the audience of before.
        since          timestamptz not null,
        primary key (category_id, audience)
      );
      revoke all on indexed_elsewhere from public;

      drop index searched_by_words, document_by_words, document_page_by_words;
      alter table searched add column indexed_for text not null default 'everyone';
      alter table document add column indexed_for text not null default 'everyone';
      alter table document_page add column indexed_for text not null default 'everyone';
      update searched s set indexed_for = c.audience from category c
        where c.id = s.category_id and c.audience <> 'everyone';
      update document d set indexed_for = c.audience from category c
        where c.id = d.category_id and c.audience <> 'everyone';
      update document_page p set indexed_for = d.indexed_for from document d
        where d.id = p.document_id and d.indexed_for <> 'everyone';
      alter table searched alter column indexed_for drop default;
      alter table document alter column indexed_for drop default;
      alter table document_page alter column indexed_for drop default;
      ${INDEXES.map(ofEachAudience).join('\n')}

      create function desk.index_searched() returns trigger language plpgsql as $$
      begin
        select c.audience into new.indexed_for from public.category c where c.id = new.category_id;
        return new;
      end $$;
      create trigger indexed before insert or update of category_id on searched
        for each row execute function desk.index_searched();

      create or replace function desk.place_document() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          select t.category_id into new.category_id from public.thread t where t.id = new.thread_id;
        end if;
        select c.audience into new.indexed_for from public.category c where c.id = new.category_id;
        return new;
      end $$;
      drop trigger placed on document;
      create trigger placed before insert or update of category_id on document
        for each row execute function desk.place_document();

      create function desk.index_document_page() returns trigger language plpgsql as $$
      begin
        select c.audience into new.indexed_for from public.document d join public.category c on c.id = d.category_id
          where d.id = new.document_id;
        return new;
      end $$;
      create trigger indexed before insert on document_page
        for each row execute function desk.index_document_page();

      -- The pages of a document that goes elsewhere, and what its former category had not taken along yet.
      create function desk.leave_pages() returns trigger language plpgsql as $$
      begin
        insert into public.indexed_elsewhere (category_id, audience, since)
        select new.category_id, w.audience, now() from (
          select old.indexed_for as audience
          union select e.audience from public.indexed_elsewhere e where e.category_id = old.category_id) w
        where w.audience <> new.indexed_for order by w.audience
        on conflict (category_id, audience) do update set since = excluded.since;
        return null;
      end $$;
      create trigger pages_stay after update of category_id on document
        for each row when (old.category_id <> new.category_id) execute function desk.leave_pages();

      create function desk.leave_texts() returns trigger language plpgsql as $$
      begin
        insert into public.indexed_elsewhere (category_id, audience, since) values (new.id, old.audience, now())
        on conflict (category_id, audience) do update set since = excluded.since;
        return null;
      end $$;
      create trigger texts_stay after update of audience on category
        for each row when (old.audience <> new.audience) execute function desk.leave_texts();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger texts_stay on category;
      drop trigger pages_stay on document;
      drop trigger indexed on document_page;
      drop trigger indexed on searched;
      drop function desk.leave_texts(), desk.leave_pages(), desk.index_document_page(), desk.index_searched();
      create or replace function desk.place_document() returns trigger language plpgsql as $$
      begin
        select t.category_id into new.category_id from public.thread t where t.id = new.thread_id;
        return new;
      end $$;
      drop trigger placed on document;
      create trigger placed before insert on document for each row execute function desk.place_document();
      alter table searched drop column indexed_for;
      alter table document drop column indexed_for;
      alter table document_page drop column indexed_for;
      drop table indexed_elsewhere;
      ${INDEXES.map(([name, table, words, how]) => `create index ${name} on ${table} using gin (${words}) with (${how});`).join('\n')}
    `);
  }
}
