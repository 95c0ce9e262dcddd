import { BOUNDS } from '../bounds.js';
import type { CleanFile, Trace } from '../cleaned.js';
import { Refused } from '../refusal.js';
import { pack, part, type Parts } from './archive.js';
import { OfficePictures } from './pictures.js';
import { listOf, relationsOf, writtenRelations, type Relation } from './relations.js';
import { rewriteXml, type XmlRules } from './rewrite-xml.js';

/** What ends the making of one file. */
export interface Ending {
  main: string;
  extension: 'docx' | 'xlsx';
  kind: 'text' | 'sheet';
  words: string[];
  removed: Set<Trace>;
}

const INSIDE = new Set([
  ...['styles', 'numbering', 'theme', 'footnotes', 'endnotes', 'header', 'footer'],
  ...['worksheet', 'sharedStrings', 'drawing', 'table'],
]);

/**
 * A Word or Excel file while it is made anew. A part is taken over only by being rewritten, and only with those of its
 * relations that may stay.
 */
export class OpenPackage {
  private readonly made = new Map<string, string>();
  private readonly pictures: OfficePictures;

  /** @throws Refused for macros and embedded objects, which are no part of what is read */
  constructor(
    private readonly parts: Parts,
    media: string,
  ) {
    for (const path of parts.keys()) {
      if (/vbaProject|vbaData|macrosheets?\//i.test(path)) throw new Refused('macros');
      if (/\/(embeddings|activeX|ctrlProps)\//i.test(path)) throw new Refused('embedded');
    }
    if (/macroEnabled/i.test(Buffer.from(part(parts, '[Content_Types].xml')).toString('latin1')))
      throw new Refused('macros');
    this.pictures = new OfficePictures(parts, media);
  }

  /** `rules` are made from the ids of the relations that stay. */
  async rewrite(path: string, rules: (known: Set<string>) => XmlRules): Promise<void> {
    const kept: Relation[] = [];
    for (const relation of relationsOf(this.parts, path)) {
      const clean = await this.followed(relation);
      if (clean !== null) kept.push(clean);
    }
    this.made.set(path, rewriteXml(part(this.parts, path), rules(new Set(kept.map(({ id }) => id)))));
    if (kept.length > 0) this.made.set(listOf(path), writtenRelations(path, kept));
  }

  packed({ main, extension, kind, words, removed }: Ending): CleanFile {
    this.tellParts(removed);
    const files = new Map<string, Uint8Array | string>([
      ['[Content_Types].xml', contentTypes([...this.made.keys()])],
      ['_rels/.rels', writtenRelations('.', [{ id: 'rId1', type: 'officeDocument', target: main, isOutside: false }])],
      ...this.made,
      ...this.pictures.cleaned,
    ]);
    return {
      kind,
      extension,
      bytes: pack(files),
      pages: null,
      words: words.map((text) => text.slice(0, BOUNDS.words)),
      removed: [...removed].sort(),
    };
  }

  private async followed(relation: Relation): Promise<Relation | null> {
    const { type, target, isOutside } = relation;
    if (isOutside) return type === 'hyperlink' && /^(https?|mailto):/i.test(target) ? relation : null;
    if (type === 'image') {
      const path = await this.pictures.pathOf(target);
      return path === null ? null : { ...relation, target: path };
    }
    return INSIDE.has(type) && typeOf(target) !== undefined && this.parts.has(target) ? relation : null;
  }

  private tellParts(removed: Set<Trace>): void {
    const has = (pattern: RegExp): boolean => [...this.parts.keys()].some((path) => pattern.test(path));
    if (has(/^docProps\//)) removed.add('author').add('program').add('dates');
    if (has(/comments|people\.xml|persons\//i)) removed.add('comments');
    if (has(/^customXml\/|externalLinks|connections\.xml/i)) removed.add('attachments');
    if (this.pictures.hasLost) removed.add('pictures');
  }
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const TYPES: [RegExp, string][] = [
  [/^word\/document\.xml$/, 'wordprocessingml.document.main+xml'],
  [/^word\/(styles|numbering|footnotes|endnotes)\.xml$/, 'wordprocessingml.$1+xml'],
  [/^word\/(header|footer)\d*\.xml$/, 'wordprocessingml.$1+xml'],
  [/^(?:word|xl)\/theme\/theme\d+\.xml$/, 'theme+xml'],
  [/^xl\/workbook\.xml$/, 'spreadsheetml.sheet.main+xml'],
  [/^xl\/worksheets\/[^/]+\.xml$/, 'spreadsheetml.worksheet+xml'],
  [/^xl\/(styles|sharedStrings)\.xml$/, 'spreadsheetml.$1+xml'],
  [/^xl\/tables\/[^/]+\.xml$/, 'spreadsheetml.table+xml'],
  [/^xl\/drawings\/drawing\d+\.xml$/, 'drawing+xml'],
];

function typeOf(path: string): string | undefined {
  const found = TYPES.find(([pattern]) => pattern.test(path));
  return found && OFFICE + path.replace(found[0], found[1]);
}

function contentTypes(paths: string[]): string {
  const overrides = paths.flatMap((path) => {
    const type = typeOf(path);
    return type === undefined ? [] : [`<Override PartName="/${path}" ContentType="${type}"/>`];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="png" ContentType="image/png"/>',
    '<Default Extension="jpg" ContentType="image/jpeg"/>',
    ...overrides,
    '</Types>',
  ].join('');
}
