import type { CleanFile, Trace } from '../cleaned.js';
import { Refused } from '../refusal.js';
import { cleanAttribute } from './attributes.js';
import type { Parts } from './archive.js';
import { OpenPackage } from './open-package.js';
import { SheetWords } from './sheet-words.js';
import type { Fate, XmlRules } from './rewrite-xml.js';

const MAIN = 'xl/workbook.xml';
const STRINGS = 'xl/sharedStrings.xml';
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const OTHERS = /^xl\/(workbook|styles|theme\/theme\d+|tables\/[^/]+|drawings\/drawing\d+)\.xml$/;

const GONE = new Set([
  ...['fileSharing', 'absPath', 'workbookProtection', 'externalReferences', 'customWorkbookViews', 'revisionPtr'],
  ...['fileRecoveryPr', 'webPublishing', 'webPublishObjects', 'pivotCaches', 'pivotCache', 'oleSize', 'extLst'],
  ...['Fallback', 'AlternateContent', 'functionGroups', 'smartTagPr', 'smartTags', 'legacyDrawing', 'legacyDrawingHF'],
  ...['customSheetViews', 'scenarios', 'protectedRanges', 'dataConsolidate', 'sheetProtection', 'phoneticPr', 'rPh'],
  ...[
    'customProperties',
    'cellWatches',
    'graphicFrame',
    'svgBlip',
    'picture',
    'pageSetup',
    'queryTable',
    'connection',
  ],
  ...['srcRect', 'fillRect'],
]);
const EMBEDDED = new Set(['oleObjects', 'oleObject', 'controls', 'control', 'ddeLink']);
const ASKED = new Set(['f', 'definedName', 'formula1', 'formula2', 'calculatedColumnFormula']);

/**
 * The cells of an Excel file: values stay, and formulas that ask nobody else. Hidden sheets, rows, columns and
 * edges of pictures are shown, because who attaches the file must see what is in it. @throws Refused
 */
export async function cleanXlsx(parts: Parts): Promise<CleanFile> {
  const file = new OpenPackage(parts, 'xl/media');
  const removed = new Set<Trace>();
  const words = new SheetWords();
  if (!parts.has(MAIN)) throw new Refused('broken');
  const sheets = [...parts.keys()].filter((name) => SHEET.test(name)).sort();
  const others = [...parts.keys()].filter((name) => OTHERS.test(name)).sort();
  if (parts.has(STRINGS)) await file.rewrite(STRINGS, (known) => ({ ...rules(known), ...words.ofStrings() }));
  for (const path of sheets)
    await file.rewrite(path, (known) => {
      const base = rules(known);
      return { ...base, ...words.ofSheet(base) };
    });
  for (const path of others) await file.rewrite(path, rules);
  return file.packed({ main: MAIN, extension: 'xlsx', kind: 'sheet', words: [words.all()], removed });
}

function rules(known: Set<string>): XmlRules {
  const fateOf = (name: string, attributes: Record<string, string>): Fate => {
    if (EMBEDDED.has(name)) throw new Refused('embedded');
    const leads = /^(sheet|drawing|tablePart|hyperlink)$/.test(name) ? attributes['id'] : undefined;
    if (leads !== undefined && !known.has(leads)) return 'drop';
    return GONE.has(name) ? 'drop' : ASKED.has(name) ? 'ask' : 'keep';
  };
  return {
    fateOf,
    mayStay: (_, text) =>
      !/[[\]|\\]|https?:|file:|#REF|\b(WEBSERVICE|HYPERLINK|RTD|CALL|EXEC|INFO|CELL)\s*\(/i.test(text),
    attribute: (name, value, element) => {
      if (name === 'hidden' || (name === 'state' && element === 'sheet') || name === 'display') return null;
      if (/^(id|embed)$/.test(name) && /^rId/i.test(value) && !known.has(value)) return null;
      return cleanAttribute(name, value, element);
    },
  };
}
