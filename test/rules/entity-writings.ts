/**
 * What a source does to the table of an entity, besides reading it. A mention of the entity counts as writing unless
 * it is one of a few forms that can only read: what is put into a variable, handed on or renamed could be written by
 * whoever has it then.
 */
export interface EntityWriting {
  /** `update` for `repository(X).update(…)`; `unclear` for all that is no call of a repository on the spot. */
  act: string;
  /** What stands between the brackets of that call. */
  given: string;
}

const FIND = /^(find|findBy|findOne|findOneBy|findOneOrFail|findOneByOrFail|exists|existsBy|count|countBy)$/;
const STEP =
  /^(select|addSelect|where|andWhere|orWhere|setParameters?|(inner|left)Join(AndSelect)?|(add)?(orderBy|groupBy|OrderBy|GroupBy)|having|limit|offset|take|skip|setLock)$/;
/** Methods of TypeORM that take the name of a table or of a class. */
const BY_NAME =
  'update|into|from|insert|delete|save|upsert|relation|repository|getRepository|createQueryBuilder|softDelete|restore';
const END = /^get(One|OneOrFail|Many|RawOne|RawMany|Count|Exists)$/;

export function entityWritings(text: string, entity: string): EntityWriting[] {
  const found = [...text.matchAll(new RegExp(`\\b${entity}\\b`, 'g'))]
    .filter(({ index }) => !onlyNamed(text, index, entity))
    .map(({ index }) => called(text, index, entity))
    .filter(({ act }) => act !== 'read');
  return byName(text, entity) ? [...found, { act: 'unclear', given: '' }] : found;
}

/**
 * Imported under its own name, in the decorator of a relation, joined to what is read, or a type that has no methods.
 */
function onlyNamed(text: string, index: number, entity: string): boolean {
  const [before, after] = [text.slice(0, index), text.slice(index + entity.length)];
  if (/(^|\n)import (type )?\{[^}]*$/.test(before) && /^[^}]*\} from '[^']*\.entity\.js';/.test(after))
    return !after.startsWith(' as ');
  return (
    (/@(ManyToOne|OneToOne)\(\(\) => $/.test(before) && /^[,)]/.test(after)) ||
    (/\bRelation<$/.test(before) && after.startsWith('>')) ||
    (/\n@Unique\([^\n]*\)\nexport class $|\n@Entity\([^\n]*\)\nexport class $/.test(before) &&
      /^( implements [^{]*)? \{\n/.test(after)) ||
    (/\.(inner|left)Join(AndSelect)?\($/.test(before) && after.startsWith(',')) ||
    (/\b(Pick|Omit)<$/.test(before) && after.startsWith(','))
  );
}

function called(text: string, index: number, entity: string): EntityWriting {
  const after = text.slice(index + entity.length);
  if (!/\.repository\($/.test(text.slice(0, index)) || !after.startsWith(')')) return { act: 'unclear', given: '' };
  const calls = chain(after.slice(1));
  const [first] = calls;
  if (first === undefined) return { act: 'unclear', given: '' };
  const built =
    first.act === 'createQueryBuilder' &&
    calls.slice(1, -1).every(({ act }) => STEP.test(act)) &&
    END.test(calls.at(-1)?.act ?? '');
  if (built || FIND.test(first.act)) return { act: 'read', given: '' };
  return first.act === 'createQueryBuilder' ? { act: 'unclear', given: '' } : first;
}

/** `.one(…).two(…)`, from its first point on. */
function chain(text: string): EntityWriting[] {
  const calls: EntityWriting[] = [];
  let rest = text;
  for (let next = head(rest); next !== null; next = head(rest)) {
    const end = closing(rest, next.length - 1);
    calls.push({ act: /\w+/.exec(next)?.[0] ?? '', given: rest.slice(next.length, end) });
    rest = rest.slice(end + 1);
  }
  return calls;
}

function head(text: string): string | null {
  return /^\s*\.\s*\w+(<[^()]*>)?\(/.exec(text)?.[0] ?? null;
}

/**
 * Whether an act may change a column of what is there: all but an insertion, and an `update` that names each column
 * that it sets.
 */
export function mayChange(column: string, { act, given }: EntityWriting): boolean {
  if (act === 'insert') return false;
  const wheres = act === 'update' && /^\s*\{/.test(given) ? closing(given, given.indexOf('{')) : -1;
  const sets = given.slice(wheres + 1).trim();
  return wheres < 0 || !/^,\s*\{[^.[]*\},?$/.test(sets) || new RegExp(`\\b${column}\\b`).test(sets);
}

/** Where the bracket at `open` is closed; quotes and templates are stepped over. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (`'"\``.includes(sign)) at = text.indexOf(sign, at + 1);
    if (at < 0) return text.length;
    if ('([{'.includes(sign)) depth += 1;
    if (')]}'.includes(sign)) depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** TypeORM takes names for classes, too; and a whole file of entities may be imported under one name. */
function byName(text: string, entity: string): boolean {
  const file = entity
    .replace(/Entity$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase();
  return (
    new RegExp(
      `\\.(${BY_NAME})\\(\\s*['"\`](public\\.|desk\\.)?("?${file.replaceAll('-', '_')}"?)['"\`]\\s*[,)]`,
    ).test(text) ||
    new RegExp(
      `(\\bimport\\(|\\* as \\w+ from |\\bexport [*{][^;]* from )\\s*['"][^'"]*/${file}\\.entity\\.js['"]`,
    ).test(text)
  );
}
