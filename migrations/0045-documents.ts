import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listed } from './lists.js';

/**
 * Documents: a file of one post, published with it and gone with it. The file and what its cleaning said are a row of
 * desk.file; which submission brought it, of desk.document; what is said about it (title, where it comes from) belongs
 * to the words of a version and stands there, in its order.
 */
export class Documents1763800000045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table category
        add column documents text not null default 'nobody' check (${listed('category.documents')}),
        add column documents_held boolean not null default true;

      create table desk.file (
        id             uuid primary key,
        token_hash     bytea not null unique,
        state          text not null check (${listed('desk.file.state')}),
        refusal        text,
        kind           text check (${listed('desk.file.kind')}),
        extension      text,
        size           int not null,
        pages          int,
        drawn          int not null default 0,
        removed        text[] not null default '{}',
        -- Of the bytes that came, by which the same sending is known again; of those that are kept, for their tag.
        sent_hash      bytea,
        hash           bytea,
        sent_at        timestamptz not null,
        published_at   timestamptz
      );
      create index file_by_moment on desk.file (sent_at);
      -- Pages without words have no row.
      create table desk.file_page (
        file_id        uuid not null references desk.file on delete cascade,
        page           int not null,
        words          text not null,
        search         tsvector not null,
        primary key (file_id, page)
      );
      create table desk.document (
        id             uuid primary key references desk.file on delete cascade,
        submission_id  uuid not null references desk.submission
      );
      create index document_of on desk.document (submission_id);

      alter table desk.submission add column documents jsonb not null default '[]',
        add column base_documents jsonb not null default '[]';
      alter table desk.submission_version add column documents jsonb not null default '[]';
      alter table desk.revision add column documents jsonb not null default '[]';

      -- The documents that belong to a published post. Readers have their own rows of them while the post stands.
      create table desk.post_documents (
        thread_id      int not null,
        number         int not null,
        documents      jsonb not null,
        primary key (thread_id, number),
        foreign key (thread_id, number) references post
      );

      create table document (
        id             uuid primary key references desk.file on delete cascade,
        thread_id      int not null,
        number         int not null,
        position       int not null,
        title          text not null,
        description    text not null,
        origin         text not null check (${listed('document.origin')}),
        source         text not null,
        nature         text not null check (${listed('document.nature')}),
        dated          date,
        kind           text not null check (${listed('document.kind')}),
        extension      text not null,
        size           int not null,
        pages          int,
        drawn          int not null,
        hash           text not null,
        published_at   timestamptz not null,
        search         tsvector not null,
        foreign key (thread_id, number) references post
      );
      create index document_of_post on document (thread_id, number, position);
      create index document_by_moment on document (published_at desc, id desc);
      create index document_by_words on document using gin (search) with (fastupdate = off);
      create table document_page (
        document_id    uuid not null references document on delete cascade,
        page           int not null,
        words          text not null,
        search         tsvector not null,
        primary key (document_id, page)
      );
      create index document_page_by_words on document_page using gin (search) with (fastupdate = off);
      revoke all on document, document_page, desk.file, desk.file_page, desk.document, desk.post_documents from public;

      -- The rows of readers are made from the list of the post, and nothing else makes them.
      create function desk.show_documents(of_thread int, of_number int) returns void language plpgsql as $$
      begin
        delete from public.document d where d.thread_id = of_thread and d.number = of_number;
        update desk.file f set published_at = greatest(p.published_at, p.edited_at)
        from desk.post_documents l join public.post p using (thread_id, number)
        cross join jsonb_array_elements(l.documents) said
        where l.thread_id = of_thread and l.number = of_number and p.gone is null
          and f.id = (said->>'id')::uuid and f.published_at is null;
        insert into public.document (id, thread_id, number, position, title, description, origin, source, nature, dated,
          kind, extension, size, pages, drawn, hash, published_at, search)
        select f.id, p.thread_id, p.number, l.nth, l.said->>'title', l.said->>'text', l.said->>'origin',
          l.said->>'from', l.said->>'nature', (l.said->>'dated')::date, f.kind, f.extension, f.size, f.pages, f.drawn,
          encode(f.hash, 'hex'), f.published_at,
          public.search_vector(site.language, concat_ws(E'\\n', l.said->>'title', l.said->>'text', l.said->>'from'))
        from (select o.thread_id, o.number, e.said, e.nth from desk.post_documents o
          cross join jsonb_array_elements(o.documents) with ordinality e (said, nth)
          where o.thread_id = of_thread and o.number = of_number) l
        join public.post p on p.thread_id = l.thread_id and p.number = l.number and p.gone is null
        join desk.file f on f.id = (l.said->>'id')::uuid and f.state = 'clean'
        cross join public.site;
        insert into public.document_page (document_id, page, words, search)
        select d.id, w.page, w.words, w.search from public.document d join desk.file_page w on w.file_id = d.id
        where d.thread_id = of_thread and d.number = of_number;
      end $$;

      -- Triggers, because a post goes, comes back and moves in many ways, and none of them may leave a document behind.
      create function desk.follow_post() returns trigger language plpgsql as $$
        begin perform desk.show_documents(new.thread_id, new.number); return null; end $$;
      create trigger documents_go_with_it after update of gone on post
        for each row when (old.gone is distinct from new.gone) execute function desk.follow_post();
      create function desk.follow_list() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'INSERT' then delete from public.document d
          where d.thread_id = old.thread_id and d.number = old.number; end if;
        if tg_op <> 'DELETE' then perform desk.show_documents(new.thread_id, new.number); end if;
        return null;
      end $$;
      create trigger shown_as_listed after insert or update or delete on desk.post_documents
        for each row execute function desk.follow_list();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger documents_go_with_it on post;
      drop table document_page, document, desk.post_documents, desk.document, desk.file_page, desk.file;
      drop function desk.follow_post(), desk.follow_list(), desk.show_documents(int, int);
      alter table desk.revision drop column documents;
      alter table desk.submission_version drop column documents;
      alter table desk.submission drop column documents, drop column base_documents;
      alter table category drop column documents, drop column documents_held;
    `);
  }
}
