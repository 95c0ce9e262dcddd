import type pg from 'pg';
import type { DataSource, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

/** What entities say of their tables, a line for each column and key, in the words of `tablesOf`. */
export function entitiesOf(source: DataSource): string[] {
  return source.entityMetadatas
    .flatMap((entity) => {
      const table = tableOf(entity);
      const primary = columns(entity.primaryColumns);
      const uniques = entity.uniques.map((unique) => columns(unique.columns)).filter((unique) => unique !== primary);
      return [
        ...entity.columns.map((column) => `${table} ${column.databaseName} ${typeOf(source, column)}`),
        `${table} primary key ${primary}`,
        ...uniques.map((unique) => `${table} unique ${unique}`),
        ...entity.foreignKeys.map(
          (key) =>
            `${table} (${key.columnNames.join(', ')}) references ${tableOf(key.referencedEntityMetadata)} (${key.referencedColumnNames.join(', ')})${acts(
              'update',
              key.onUpdate,
            )}${acts('delete', key.onDelete)}`,
        ),
      ];
    })
    .sort();
}

/** The same of the database itself; the list of migrations is TypeORM's own. */
export async function tablesOf(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ line: string }>(`
    with tables as (
      select oid, relnamespace::regnamespace || '.' || relname as name from pg_class
        where relkind in ('r', 'p') and relnamespace::regnamespace::text in ('public', 'desk', 'private')
          and relname <> 'migration'
    ), keys as (
      select k.*, t.name, (select string_agg(attname, ', ' order by place)
        from unnest(k.conkey) with ordinality as c (number, place)
               join pg_attribute on attrelid = k.conrelid and attnum = c.number) as columns,
             coalesce((select indnullsnotdistinct from pg_index where indexrelid = k.conindid
               and k.contype = 'u'), false) as with_nulls,
             exists (select from pg_constraint p where p.conrelid = k.conrelid and p.contype = 'p') as has_primary
        from pg_constraint k join tables t on t.oid = k.conrelid
    )
    select name || ' ' || attname || ' ' || format_type(atttypid,
      atttypmod) || case when attnotnull then '' else ' null' end
           || case when attidentity = 'a' then ' identity' when attgenerated <> '' then ' generated' else '' end as line
      from pg_attribute join tables on oid = attrelid where attnum > 0 and not attisdropped
    union all select name || ' primary key (' || columns || ')' from keys where contype = 'p' or with_nulls
      and not has_primary
    union all select name || ' unique (' || columns || ')' from keys where contype = 'u' and not (with_nulls
      and not has_primary)
    union all select keys.name || ' (' || columns || ') references ' || there.name || ' (' || (
        select string_agg(attname, ', ' order by place) from unnest(confkey) with ordinality as c (number, place)
          join pg_attribute on attrelid = confrelid and attnum = c.number)
      || ')' || case confupdtype when 'c' then ' on update cascade' when 'a' then ''
      else ' on update ' || confupdtype::text end
      || case confdeltype when 'c' then ' on delete cascade' when 'n' then ' on delete set null' when 'a' then ''
      else ' on delete ' || confdeltype::text end
      from keys left join tables there on there.oid = confrelid where contype = 'f'`);
  return rows.map(({ line }) => line).sort();
}

/** What one of the two lists has and the other has not. */
export function differences(entities: string[], tables: string[]): string[] {
  return [
    ...entities.filter((line) => !tables.includes(line)).map((line) => `entity: ${line}`),
    ...tables.filter((line) => !entities.includes(line)).map((line) => `table: ${line}`),
  ].sort();
}

export function tableOf({ schema, tableName }: EntityMetadata): string {
  return `${schema ?? 'public'}.${tableName}`;
}

function columns(of: readonly ColumnMetadata[]): string {
  return `(${of.map(({ databaseName }) => databaseName).join(', ')})`;
}

function typeOf(source: DataSource, column: ColumnMetadata): string {
  const type = source.driver.normalizeType(column).replace(/^timestamptz$/, 'timestamp with time zone');
  const identity = column.generatedIdentity === 'ALWAYS' ? ' identity' : column.isInsert ? '' : ' generated';
  return `${type}${column.isArray ? '[]' : ''}${column.isNullable ? ' null' : ''}${identity}`;
}

function acts(on: string, action: string | undefined): string {
  return action === undefined || action === 'NO ACTION' ? '' : ` on ${on} ${action.toLowerCase()}`;
}
