import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a published post names: tags, other posts, members. Read off its HTML, in which the renderer and publish() have
 * made these links and nobody else can: a text has every `<` escaped.
 */
export class TagsAndReferences1763800000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table post_tag (
        thread_id      int not null,
        number         int not null,
        -- Folded, as in addresses.
        tag            text not null,
        -- As it was typed.
        spelling       text not null,
        category_id    int not null references category,
        published_at   timestamptz not null,
        primary key (thread_id, number, tag),
        foreign key (thread_id, number) references post on delete cascade
      );
      create index post_tag_by_tag on post_tag (tag, category_id, published_at desc, thread_id desc, number desc);

      create table post_reference (
        thread_id      int not null,
        number         int not null,
        -- As it was written: what was moved since is found by post_moved.
        to_thread      int not null,
        to_number      int not null,
        primary key (thread_id, number, to_thread, to_number),
        foreign key (thread_id, number) references post on delete cascade
      );
      create index post_reference_to on post_reference (to_thread, to_number);

      create table post_mention (
        thread_id      int not null,
        number         int not null,
        member_id      int not null references member on delete cascade,
        primary key (thread_id, number, member_id),
        foreign key (thread_id, number) references post on delete cascade
      );

      -- A notice for whoever is named, unless they do not want any.
      alter table private.account add column mentions boolean not null default true;
      create unique index notice_mentioned_once on private.notice (member_id, thread_id, number)
        where kind = 'mentioned';

      create function public.address_text(address text) returns text language sql immutable strict parallel safe as $$
        select convert_from(coalesce(string_agg(case when m[1] like '\\%__' then decode(substr(m[1], 2), 'hex')
          else convert_to(m[1], 'UTF8') end, ''::bytea order by n), ''), 'UTF8')
        from regexp_matches(address, '%[0-9A-Fa-f]{2}|.', 'g') with ordinality as found (m, n)
      $$;

      revoke execute on function public.address_text from public;

      -- A trigger, because a post changes, goes and moves in many ways, and none of them may leave a name behind.
      create function desk.name_post() returns trigger language plpgsql as $$
      begin
        delete from public.post_tag where thread_id = new.thread_id and number = new.number;
        delete from public.post_reference where thread_id = new.thread_id and number = new.number;
        delete from public.post_mention where thread_id = new.thread_id and number = new.number;
        if new.gone is not null or new.html not like '%<a href="/%' then return null; end if;
        insert into public.post_tag (thread_id, number, tag, spelling, category_id, published_at)
        select new.thread_id, new.number, tag, spelling, new.category_id, new.published_at
        from (
          select distinct on (m[1]) public.address_text(m[1]) as tag, m[2] as spelling, n
          from regexp_matches(new.html, '<a href="/tag/([^"]+)">#([^<]+)</a>', 'g') with ordinality as found (m, n)
          order by m[1], n
        ) tags order by n limit 10;
        insert into public.post_reference (thread_id, number, to_thread, to_number)
        select distinct new.thread_id, new.number, m[1]::int, m[2]::int
        from regexp_matches(new.html, '<a href="/thread/(\\d{1,9})/posts/(\\d{1,9})"', 'g') as m
        where (m[1]::int, m[2]::int) <> (new.thread_id, new.number) limit 50;
        insert into public.post_mention (thread_id, number, member_id)
        select new.thread_id, new.number, id
        from (
          select member.id, min(n) as n
          from regexp_matches(new.html, '<a href="/user/([^"]+)">@', 'g') with ordinality as found (m, n)
          join public.member on member.name = public.address_text(m[1])
          group by member.id order by 2 limit 10
        ) members;
        perform pg_notify('palabre_news', json_build_object('news', 'PostCited', 'thread', to_thread)::text)
        from (
          select distinct coalesce(v.to_thread, r.to_thread) as to_thread
          from public.post_reference r
          left join public.post_moved v on v.thread_id = r.to_thread and v.number = r.to_number
          where r.thread_id = new.thread_id and r.number = new.number
        ) cited;
        return null;
      end $$;
      create trigger named_when_published after insert on post
        for each row when (new.gone is null) execute function desk.name_post();
      create trigger named_when_changed after update of html, gone, category_id, published_at on post
        for each row when (old.html is distinct from new.html or old.gone is distinct from new.gone
          or old.category_id <> new.category_id or old.published_at <> new.published_at)
        execute function desk.name_post();

      -- Tags and mentions of old posts come when they are drawn anew; their links to posts stand in them already.
      insert into post_reference (thread_id, number, to_thread, to_number)
      select distinct p.thread_id, p.number, m[1]::int, m[2]::int
      from post p cross join lateral regexp_matches(p.html, '<a href="/thread/(\\d{1,9})/posts/(\\d{1,9})"', 'g') as m
      where p.gone is null and p.html like '%<a href="/thread/%' and (m[1]::int, m[2]::int) <> (p.thread_id, p.number);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger named_when_published on post;
      drop trigger named_when_changed on post;
      drop function desk.name_post(), public.address_text(text);
      drop index private.notice_mentioned_once;
      alter table private.account drop column mentions;
      drop table post_tag, post_reference, post_mention;
    `);
  }
}
