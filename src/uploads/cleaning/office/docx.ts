import type { CleanFile, Trace } from '../cleaned.js';
import { Refused } from '../refusal.js';
import { cleanAttribute } from './attributes.js';
import type { Parts } from './archive.js';
import { OpenPackage } from './open-package.js';
import type { Fate, XmlRules } from './rewrite-xml.js';

const MAIN = 'word/document.xml';
const TEXT = /^word\/(document|footnotes|endnotes|header\d*|footer\d*)\.xml$/;
const LOOKS = /^word\/(styles|numbering|theme\/theme\d+)\.xml$/;

const GONE = new Set([
  ...['del', 'moveFrom', 'delText', 'delInstrText', 'rPrChange', 'pPrChange', 'sectPrChange', 'tblPrChange'],
  ...['tcPrChange', 'trPrChange', 'tblGridChange', 'tblPrExChange', 'numberingChange', 'cellDel', 'cellIns'],
  ...[
    'cellMerge',
    'commentRangeStart',
    'commentRangeEnd',
    'commentReference',
    'annotationRef',
    'proofErr',
    'permStart',
  ],
  ...['permEnd', 'moveFromRangeStart', 'moveFromRangeEnd', 'moveToRangeStart', 'moveToRangeEnd', 'sdtPr', 'sdtEndPr'],
  ...['customXmlPr', 'smartTagPr', 'extLst', 'Fallback', 'altChunk', 'subDoc', 'dataBinding', 'fldData', 'ffData'],
  ...['customXmlInsRangeStart', 'customXmlInsRangeEnd', 'customXmlDelRangeStart', 'customXmlDelRangeEnd'],
  ...['customXmlMoveFromRangeStart', 'customXmlMoveFromRangeEnd', 'customXmlMoveToRangeStart'],
  ...['customXmlMoveToRangeEnd', 'svgBlip', 'chart', 'rsids', 'attachedTemplate', 'bookmarkStart', 'bookmarkEnd'],
  ...['fldChar', 'instrText'],
  // Elements that hide words, rows and the edges of pictures. What they hide is shown, as in sheets.
  ...['vanish', 'webHidden', 'specVanish', 'hidden', 'srcRect', 'fillRect'],
]);
const UNWRAPPED = new Set(['ins', 'moveTo', 'fldSimple', 'smartTag', 'customXml']);
const EMBEDDED = new Set(['object', 'OLEObject', 'control', 'ocx']);

const HIDES = /(^|;)\s*(visibility|display)\s*:[^;]*/gi;

/**
 * The words of a Word file with their looks and pictures, tracked changes accepted. What it kept without showing it is
 * shown, because who attaches the file must see what is in it. @throws Refused
 */
export async function cleanDocx(parts: Parts): Promise<CleanFile> {
  const file = new OpenPackage(parts, 'word/media');
  const removed = new Set<Trace>();
  const texts: string[] = [];
  for (const path of [...parts.keys()].filter((name) => TEXT.test(name) || LOOKS.test(name)).sort()) {
    const words: string[] = [];
    await file.rewrite(path, (known) => rules(known, removed, words));
    if (path === MAIN) texts.unshift(words.join(''));
    else if (TEXT.test(path)) texts.push(words.join(''));
  }
  if (!parts.has(MAIN)) throw new Refused('broken');
  return file.packed({ main: MAIN, extension: 'docx', kind: 'text', words: [texts.join('\n')], removed });
}

function rules(known: Set<string>, removed: Set<Trace>, words: string[]): XmlRules {
  const fateOf = (name: string, attributes: Record<string, string>): Fate => {
    if (EMBEDDED.has(name)) throw new Refused('embedded');
    if (/^(del|ins|moveFrom|moveTo|.PrChange)$/.test(name)) removed.add('changes');
    if (/^comment/.test(name)) removed.add('comments');
    if ((name === 'headerReference' || name === 'footerReference') && !known.has(attributes['id'] ?? ''))
      return 'drop';
    return GONE.has(name) ? 'drop' : UNWRAPPED.has(name) ? 'unwrap' : 'keep';
  };
  return {
    fateOf,
    attribute: (name, value, element) => {
      if (name === 'hidden') return null;
      if (/^(id|embed|pict|dm|lo|qs|cs)$/.test(name) && /^rId/i.test(value) && !known.has(value)) return null;
      return cleanAttribute(name, name === 'style' ? value.replace(HIDES, '') : value, element);
    },
    text: (text, within) => void (within === 't' && words.push(text)),
    end: (name) => void (name === 'p' || name === 'br' ? words.push('\n') : name === 'tab' && words.push('\t')),
  };
}
