import { BOUNDS } from '../bounds.js';
import type { CleanFile, Trace } from '../cleaned.js';
import { Refused } from '../refusal.js';
import { pack, part, type Parts } from './archive.js';
import { cleanAttribute } from './attributes.js';
import { OfficePictures } from './pictures.js';
import { rewriteXml, type Fate, type XmlRules } from './rewrite-xml.js';

const GONE = new Set([
  ...['annotation', 'annotation-end', 'tracked-changes', 'change', 'change-start', 'change-end', 'scripts'],
  ...['event-listeners', 'forms', 'dde-source', 'dde-connection-decls', 'dde-links', 'table-source', 'section-source'],
  ...['cell-range-source', 'database-ranges', 'data-pilot-tables', 'consolidation', 'meta', 'settings', 'applet'],
  ...[
    'plugin',
    'floating-frame',
    'soft-page-break',
    'user-field-decls',
    'image-map',
    'detective',
    'content-validations',
  ],
  ...['font-face-src', 'label-ranges', 'calculation-settings'],
  // Words behind a condition, and elements that hide the paragraph in which they stand.
  ...['hidden-text', 'hidden-paragraph'],
]);
/** Elements of which only the words that are shown stay. */
const UNWRAPPED = new Set(['conditional-text']);
const EMBEDDED = new Set(['object', 'object-ole']);
/** Title and description of a picture, where programs put its path: whether they stay is decided by their words. */
const ASKED = new Set(['title', 'desc']);
const PATH = /[\\/]|\.\w{2,5}$/;
const ASKS_OTHERS = /[|\\]|https?:|file:|DDE|WEBSERVICE|HYPERLINK|INFO\s*\(|CELL\s*\(/i;

/**
 * A text or a sheet of LibreOffice: what is written, its looks and its pictures, and nothing hidden. @throws Refused
 */
export async function cleanOpenDocument(parts: Parts, extension: 'odt' | 'ods'): Promise<CleanFile> {
  refuseOthers(parts);
  const pictures = new OfficePictures(parts, 'Pictures');
  const paths = new Map<string, string>();
  for (const path of parts.keys()) {
    if (!/^Pictures\/[^/]+$/.test(path)) continue;
    const clean = await pictures.pathOf(path);
    if (clean !== null) paths.set(path, clean);
  }
  const removed = new Set<Trace>();
  const words: string[] = [];
  const content = rewriteXml(part(parts, 'content.xml'), { ...rules(paths, removed), ...reading(words) });
  const styles = parts.get('styles.xml');
  const type = `application/vnd.oasis.opendocument.${extension === 'odt' ? 'text' : 'spreadsheet'}`;
  const files = new Map<string, Uint8Array | string>([['mimetype', type]]);
  files.set('content.xml', content);
  if (styles !== undefined) files.set('styles.xml', rewriteXml(styles, rules(paths, removed)));
  for (const [path, bytes] of pictures.cleaned) files.set(path, bytes);
  files.set('META-INF/manifest.xml', manifest(type, [...files.keys()]));
  if (parts.has('meta.xml')) removed.add('author').add('program').add('dates');
  if (pictures.hasLost) removed.add('pictures');
  const text = words.join('').slice(0, BOUNDS.words);
  const kind = extension === 'odt' ? 'text' : 'sheet';
  return { kind, extension, bytes: pack(files), pages: null, words: [text], removed: [...removed].sort() };
}

function refuseOthers(parts: Parts): void {
  const list = Buffer.from(parts.get('META-INF/manifest.xml') ?? new Uint8Array()).toString('utf8');
  if (/encryption-data/.test(list)) throw new Refused('password');
  for (const path of parts.keys()) {
    if (/^(Basic|Scripts)\/./.test(path) && !path.endsWith('/')) throw new Refused('macros');
    if (/^(Object|ObjectReplacements)[ /\d]/.test(path)) throw new Refused('embedded');
  }
}

function rules(paths: Map<string, string>, removed: Set<Trace>): XmlRules {
  const fateOf = (name: string, attributes: Record<string, string>): Fate => {
    if (EMBEDDED.has(name)) throw new Refused('embedded');
    if (name === 'annotation') removed.add('comments');
    if (name === 'tracked-changes') removed.add('changes');
    if (name === 'image' && !paths.has((attributes['href'] ?? '').replace(/^\.\//, ''))) return 'drop';
    return GONE.has(name) ? 'drop' : UNWRAPPED.has(name) ? 'unwrap' : ASKED.has(name) ? 'ask' : 'keep';
  };
  return {
    fateOf,
    mayStay: (_, text) => !PATH.test(text.trim()),
    attribute: (name, value, element) => {
      if (name === 'href') return address(value, element, paths);
      if (name === 'formula') return ASKS_OTHERS.test(value) ? null : value;
      if (hides(name, element)) return null;
      return cleanAttribute(name, value, element);
    },
  };
}

/** Whether an attribute keeps something from being seen that the file has. */
function hides(name: string, element: string): boolean {
  if (name === 'display') return element !== 'chapter' && element !== 'file-name';
  if (name === 'condition') return element !== 'map';
  return name === 'visibility' || name === 'is-hidden' || name === 'clip';
}

function address(value: string, element: string, paths: Map<string, string>): string | null {
  if (element === 'image') return paths.get(value.replace(/^\.\//, '')) ?? null;
  return element === 'a' && /^(https?:|mailto:|#)/i.test(value) ? value : null;
}

function reading(words: string[]): Pick<XmlRules, 'text' | 'end'> {
  return {
    text: (text) => void words.push(text.replace(/\s+/g, ' ')),
    end: (name) => {
      if (/^(p|h|line-break|table-row)$/.test(name)) words.push('\n');
      else if (/^(tab|table-cell)$/.test(name)) words.push('\t');
      else if (name === 's') words.push(' ');
    },
  };
}

function manifest(type: string, paths: string[]): string {
  const kinds: Record<string, string> = { xml: 'text/xml', png: 'image/png', jpg: 'image/jpeg' };
  const lines = paths
    .filter((path) => path !== 'mimetype')
    .map((path) => {
      const media = kinds[path.split('.').at(-1) ?? ''] ?? '';
      return `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${media}"/>`;
    });
  const whole = `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${type}"/>`;
  const space = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<manifest:manifest ${space} manifest:version="1.3">${whole}${lines.join('')}</manifest:manifest>`,
  ].join('');
}
