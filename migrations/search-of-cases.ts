import { FILTERS } from './search-filters.js';

const TOWNS = `select w.town_code from public.workshop w where w.thread_id = p.thread_id
  union select l.town_code from public.local_case l where l.thread_id = p.thread_id
  union select y.town_code from public.thread_town y where y.thread_id = p.thread_id and p.number = 1`;

/**
 * SQL: cases are found by their place, their authority and their town, steps as a kind of their own and by their town,
 * and any thread by the town that it is tied to.
 */
export const SEARCH_OF_CASES = `
  create or replace function public.search_facts(of_thread int) returns text language plpgsql stable as $$
  begin
    return coalesce(
      (select concat_ws(' ', w.place, o.name, (select string_agg(p.title || ' ' || p.text, ' ' order by p.position)
          from public.workshop_part p where p.thread_id = w.thread_id))
        from public.workshop w left join public.town o on o.code = w.town_code where w.thread_id = of_thread),
      (select concat_ws(' ', nullif(l.place, ''), o.name, nullif(l.authority_name, ''))
        from public.local_case l left join public.town o on o.code = l.town_code where l.thread_id = of_thread));
  end $$;

  create or replace function public.search_again(of_thread int, from_number int, to_number int) returns void
    language plpgsql as $$
  begin
    delete from public.searched s where s.thread_id = of_thread and s.number between from_number and to_number
      and not exists (select from public.post p where p.thread_id = s.thread_id and p.number = s.number
        and p.gone is null);
    insert into public.searched (thread_id, number, category_id, published_at, words)
    select p.thread_id, p.number, p.category_id, p.published_at,
      -- The title stands before the text, and the facts behind it.
      case when p.number > 1 or t.of_article then ''::tsvector else
        setweight(public.search_vector(site.language, t.title), 'A')
        || array_to_tsvector(array(select distinct '^' || f.folded_stem
          from public.search_forms(site.language, t.title) f where f.folded_stem is not null)) end
      || public.search_vector(site.language, public.search_plain(p.html)) || ${FILTERS('p', 'of_kind.kind')}
      || public.search_vector(site.language, coalesce(case when p.number > 1 then s.software
        else public.search_facts(p.thread_id) end, ''))
      || case when p.number > 1 and s.number is null then ''::tsvector else
        array_to_tsvector(array(select 't:' || at.town_code from (${TOWNS}) at where at.town_code is not null)) end
    from public.post p join public.thread t on t.id = p.thread_id cross join public.site
    left join public.case_step s on s.thread_id = p.thread_id and s.number = p.number
    cross join lateral (select case when t.of_article then 'comment' when s.number is not null then 'step'
      when p.number > 1 then 'reply' else t.kind end as kind) of_kind
    where p.thread_id = of_thread and p.number between from_number and to_number and p.gone is null
    on conflict (thread_id, number) do update
      set category_id = excluded.category_id, published_at = excluded.published_at, words = excluded.words;
  end $$;

  -- Its steps are found by its town.
  create function desk.search_case() returns trigger language plpgsql as $$
  declare
    of_thread constant int := coalesce(new.thread_id, old.thread_id);
  begin
    perform public.search_again(of_thread, 1, 1);
    perform public.search_again(s.thread_id, s.number, s.number) from public.case_step s
      where s.thread_id = of_thread;
    return null;
  end $$;
  create trigger searched_when_new_or_gone after insert or delete on local_case
    for each row execute function desk.search_case();
  create trigger searched_when_changed after update on local_case
    for each row when (old.town_code is distinct from new.town_code or old.place <> new.place
      or old.authority_name <> new.authority_name) execute function desk.search_case();
  create trigger searched_when_tied after insert or delete on thread_town
    for each row execute function desk.search_case();

  create function desk.search_step() returns trigger language plpgsql as $$
  begin
    if tg_op <> 'INSERT' then perform public.search_again(old.thread_id, old.number, old.number); end if;
    if tg_op <> 'DELETE' then perform public.search_again(new.thread_id, new.number, new.number); end if;
    return null;
  end $$;
  create trigger searched_when_new_or_gone after insert or delete on case_step
    for each row execute function desk.search_step();
  create trigger searched_when_changed after update on case_step
    for each row when ((old.thread_id, old.number, old.software) <> (new.thread_id, new.number, new.software))
    execute function desk.search_step();

  select public.search_again(l.thread_id, 1, 1) from local_case l;
  select public.search_again(s.thread_id, s.number, s.number) from case_step s;
`;

/** SQL: what stood before knew nothing of cases, and its functions stay as they are. */
export const NO_SEARCH_OF_CASES = `
  drop trigger searched_when_changed on case_step;
  drop trigger searched_when_new_or_gone on case_step;
  drop function desk.search_step;
  drop trigger searched_when_tied on thread_town;
  drop trigger searched_when_changed on local_case;
  drop trigger searched_when_new_or_gone on local_case;
  drop function desk.search_case;
    `;
