import { posix } from 'node:path';
import { Parser } from 'htmlparser2';
import { Refused } from '../refusal.js';
import type { Parts } from './archive.js';
import { localOf } from './rewrite-xml.js';

/** What a part of an Office file refers to, by the id that its XML uses. */
export interface Relation {
  id: string;
  /** The last word of its type: `image`, `hyperlink`, `worksheet`. */
  type: string;
  /** A path in the file, or an address. */
  target: string;
  isOutside: boolean;
}

/** The relations of the part at `path`; none where it has no list. @throws Refused */
export function relationsOf(parts: Parts, path: string): Relation[] {
  const bytes = parts.get(listOf(path));
  if (bytes === undefined) return [];
  const text = Buffer.from(bytes).toString('utf8');
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Refused('entities');
  const found: Relation[] = [];
  const parser = new Parser(
    {
      onopentag(name, { Id: id, Type: type, Target: target, TargetMode: mode }) {
        if (localOf(name) !== 'Relationship' || id === undefined || target === undefined) return;
        const isOutside = mode === 'External';
        const inside = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(path), target);
        found.push({ id, type: (type ?? '').split('/').at(-1) ?? '', target: isOutside ? target : inside, isOutside });
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return found;
}

/** Where the relations of a part are listed. */
export function listOf(path: string): string {
  return posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`);
}

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/** A list of relations as XML. */
export function writtenRelations(path: string, relations: Relation[]): string {
  const attribute = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const lines = relations.map(
    ({ id, type, target, isOutside }) =>
      `<Relationship Id="${attribute(id)}" Type="${TYPES}${type}" Target="${attribute(
        isOutside ? target : posix.relative(posix.dirname(path), target),
      )}"${isOutside ? ' TargetMode="External"' : ''}/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">',
    ...lines,
    '</Relationships>',
  ].join('');
}
