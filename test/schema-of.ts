import type pg from 'pg';

/**
 * Everything that a database says about its own tables and what hangs on them, one line for each thing, sorted. In
 * which order a table's columns stand is not said: one that was altered has the later ones last. `logins` stand under
 * their short names.
 */
export async function schemaOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(SCHEMA);
  return rows.map(({ line }) => line.replaceAll(/\b\w+_(reader|writer)\b(?==|\/)/g, '$1'));
}

const SCHEMA = `
  with room as (select oid, nspname, nspacl from pg_namespace where nspname in ('public', 'desk', 'private')),
  rel as (select c.*, r.nspname || '.' || relname as name from pg_class c join room r on r.oid = relnamespace)
  select line from (
    select 'schema ' || nspname || ' ' || coalesce(nspacl::text, '') as line from room
    union all
    select 'relation ' || concat_ws(' ', name, relkind, relpersistence, relreplident, relrowsecurity, reloptions,
      relacl) from rel where relkind <> 'i'
    union all
    select 'column ' || concat_ws(' ', name || '.' || attname, format_type(atttypid, atttypmod), attnotnull,
      attidentity, attgenerated,
      attstorage, attcompression, nullif(attcollation::regcollation::text, '-'), attacl, pg_get_expr(adbin, adrelid))
    from rel join pg_attribute a on attrelid = rel.oid and attnum > 0 and not attisdropped
      and relkind in ('r', 'v', 'm', 'p')
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
    union all
    select 'constraint ' || concat_ws(' ', rel.name, conname, pg_get_constraintdef(k.oid), convalidated, condeferrable,
      condeferred, confupdtype, confdeltype)
    from pg_constraint k join rel on rel.oid = conrelid
    union all
    select 'index ' || concat_ws(' ', pg_get_indexdef(indexrelid), indisvalid, indisunique, indisclustered,
      indisreplident)
    from pg_index join rel on rel.oid = indrelid
    union all
    select 'trigger ' || concat_ws(' ', pg_get_triggerdef(t.oid), tgenabled) from pg_trigger t join rel
      on rel.oid = tgrelid where not tgisinternal
    union all
    select 'function ' || concat_ws(' ', regexp_replace(pg_get_functiondef(p.oid), '\\s+', ' ', 'g'), proacl)
      from pg_proc p join room on room.oid = pronamespace
    union all
    select 'sequence ' || concat_ws(' ', rel.name, seqtypid::regtype, seqstart, seqincrement, seqmin, seqmax, seqcache,
      seqcycle,
      (select deptype::text || ' ' || refobjid::regclass || ' ' || refobjsubid::text from pg_depend d
        where d.objid = seqrelid and deptype in ('i', 'a')))
    from pg_sequence join rel on rel.oid = seqrelid
    union all
    select 'type ' || concat_ws(' ', nspname, typname, typtype, format_type(typbasetype, typtypmod))
    from pg_type t join room on room.oid = typnamespace where typtype not in ('b', 'c')
    union all
    select 'policy ' || concat_ws(' ', schemaname, tablename, policyname, roles, cmd, qual, with_check)
      from pg_policies where schemaname in (select nspname from room)
    union all
    select 'rule ' || definition from pg_rules where schemaname in (select nspname from room)
    union all
    select 'search ' || concat_ws(' ', nspname, cfgname) from pg_ts_config join room on room.oid = cfgnamespace
    union all
    select 'dictionary ' || concat_ws(' ', nspname, dictname) from pg_ts_dict join room on room.oid = dictnamespace
    union all
    select 'collation ' || concat_ws(' ', nspname, collname) from pg_collation join room on room.oid = collnamespace
    union all
    select 'statistics ' || pg_get_statisticsobjdef(s.oid) from pg_statistic_ext s join room on room.oid = stxnamespace
    union all
    select 'extension ' || extname from pg_extension
    union all
    select 'default rights ' || concat_ws(' ', defaclrole::regrole, defaclnamespace::regnamespace, defaclobjtype,
      defaclacl) from pg_default_acl
    union all
    select 'comment ' || concat_ws(' ', classoid::regclass, rel.name, objsubid, description) from pg_description
      join rel on rel.oid = objoid
      where classoid = 'pg_class'::regclass
    union all
    select 'room ' || string_agg(nspname, ' ' order by nspname) from pg_namespace
      where nspname !~ '^pg_|^information_schema$|^owner_only$'
  ) as everything order by line collate "C"`;
