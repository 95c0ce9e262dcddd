import { expect, test } from '@jest/globals';
import { PDFDocument } from 'mupdf';
import { clean } from '../../src/uploads/cleaning/clean.js';
import { Refused } from '../../src/uploads/cleaning/refusal.js';
import { everyByte } from '../files/every-byte.js';
import { docx, openDocument, relations, thatSays, xlsx, zipped } from '../files/made-office.js';
import { madePdf, pdfOf, stream } from '../files/made-pdf.js';
import { photo, png, pngThatSays, withComment } from '../files/made-pictures.js';

const CANARY = 'canari';

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await clean(bytes);
    return 'taken';
  } catch (error) {
    if (error instanceof Refused) return error.why;
    throw error;
  }
}

test('a photo is drawn anew: upright, without author, device, position, comment or what hangs on its end', async () => {
  const file = await clean(await photo(CANARY));
  expect(file).toMatchObject({ kind: 'picture', extension: 'jpg' });
  expect(file.removed).toEqual(expect.arrayContaining(['author', 'position', 'program']));
  expect(everyByte(file.bytes)).not.toContain(CANARY);
  const { default: sharp } = await import('sharp');
  const about = await sharp(file.bytes).metadata();
  expect([about.width, about.height, about.exif, about.icc]).toEqual([400, 600, undefined, undefined]);
  expect(file.small?.length).toBeGreaterThan(100);
});

test('every format of pictures that is taken comes out as JPEG or PNG', async () => {
  const { default: sharp } = await import('sharp');
  const from = sharp(await png());
  expect((await clean(await from.clone().webp().toBuffer())).extension).toBe('jpg');
  expect((await clean(await from.clone().avif().toBuffer())).extension).toBe('jpg');
  expect((await clean(await from.clone().gif().toBuffer())).extension).toBe('png');
  expect((await clean(await from.clone().ensureAlpha(0.5).webp().toBuffer())).extension).toBe('png');
});

test('a picture is at most 2,560 pixels wide or high, with two smaller ones beside it, and 40 megapixels are taken', async () => {
  const { default: sharp } = await import('sharp');
  const file = await clean(await png(1_500, 5_200));
  const about = await sharp(file.bytes).metadata();
  expect(Math.max(about.width, about.height)).toBe(2_560);
  expect((await sharp(file.page).metadata()).width).toBeLessThanOrEqual(1_000);
  expect((await sharp(file.small).metadata()).width).toBeLessThanOrEqual(320);
  // Only the head of either is there: what is not too large is broken.
  expect([await refusal(pngThatSays(8_000, 5_000)), await refusal(pngThatSays(8_000, 5_001))]).toEqual([
    'broken',
    'too-many-pixels',
  ]);
});

test('a PDF keeps its pages, words and links, and nothing that is said beside them', async () => {
  const jpeg = withComment(await photo(CANARY), `${CANARY}segment`);
  const content = [
    `% ${CANARY}remark`,
    `/OC /MC0 BDC BT /F1 24 Tf 50 100 Td (Bonjour le monde) Tj ET EMC`,
    `/Span <</ActualText (${CANARY}actual)>> BDC BT /F1 12 Tf 50 50 Td (seconde ligne) Tj ET EMC`,
    'q 60 0 0 40 300 20 cm /Im1 Do Q /Fm1 Do',
  ].join('\n');
  const page = [
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/PieceInfo<</X<</Private(${CANARY}piece)>>>>`,
    `/Resources<</Font<</F1 5 0 R>>/XObject<</Im1 10 0 R/Fm1 11 0 R>>/ColorSpace<</C1[/ICCBased 12 0 R]>>`,
    `/Properties<</MC0 <</Type/OCG/Name(${CANARY}layer)>>>>>>/Annots[7 0 R 8 0 R 9 0 R 13 0 R]>>`,
  ].join('');
  const file = await clean(
    madePdf(
      [
        `<</Type/Catalog/Pages 2 0 R/Metadata 6 0 R/OpenAction<</S/JavaScript/JS(${CANARY}js)>>>>`,
        '<</Type/Pages/Kids[3 0 R]/Count 1>>',
        page,
        stream('', content),
        '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
        stream('/Type/Metadata/Subtype/XML', `<x>${CANARY}xmp</x>`),
        `<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents(${CANARY}note)/T(${CANARY}name)>>`,
        '<</Type/Annot/Subtype/Link/Rect[50 90 200 130]/A<</S/URI/URI(https://example.org/budget)>>>>',
        `<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(file:///C:/Users/${CANARY}/x.pdf)>>>>`,
        stream(
          `/Type/XObject/Subtype/Image/Width 600/Height 400/BitsPerComponent 8/ColorSpace[/ICCBased 12 0 R]/Filter/DCTDecode/Metadata 6 0 R/Name(${CANARY})`,
          jpeg,
        ),
        stream(
          `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/LastModified(${CANARY})/Resources<</Properties<</A<</T(${CANARY})>>>>>>`,
          `% ${CANARY}form\n/A BMC 0 0 9 9 re f EMC`,
        ),
        stream('/N 3', `${CANARY}profile`),
        `<</Type/Annot/Subtype/FreeText/F 2/Rect[200 10 390 40]/DA(/Helv 12 Tf)/Contents(${CANARY}hidden)>>`,
      ],
      `/Info<</Author(${CANARY}author)/Producer(${CANARY}program)>>`,
    ),
  );
  expect(file).toMatchObject({ kind: 'pdf', extension: 'pdf', pages: 1 });
  expect(file.removed).toEqual(['author', 'comments', 'program', 'scripts']);
  const all = everyByte(file.bytes);
  expect(all.match(/canari\w*/g)).toBeNull();
  expect(all).toContain('https://example.org/budget');
  expect(file.words[0]).toContain('Bonjour le monde');
  expect(file.words[0]).toContain('seconde ligne');
});

test('a page of a PDF with a layer that is switched off becomes a picture of what was shown', async () => {
  const file = await clean(
    madePdf([
      '<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]/Order[6 0 R]>>>>>>',
      '<</Type/Pages/Kids[3 0 R 7 0 R]/Count 2>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/Properties<</L 6 0 R>>>>>>',
      stream('', `BT /F1 20 Tf 20 20 Td (visible) Tj ET /OC /L BDC BT /F1 20 Tf 20 90 Td (${CANARY}) Tj ET EMC`),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      `<</Type/OCG/Name(${CANARY})>>`,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 8 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
      stream('', 'BT /F1 20 Tf 20 20 Td (une page sans calque) Tj ET'),
    ]),
  );
  expect(file.words).toEqual(['visible', 'une page sans calque']);
  expect(everyByte(file.bytes)).not.toContain(CANARY);
});

test.each([
  ['stays a page', ''],
  ['becomes a picture', 'BT /F1 20 Tf 20 1500 Td (hors champ) Tj ET'],
])('nothing is left of the number that a PDF was given when it was made, where a page %s', async (_, hidden) => {
  const numbers = ['canari-du-debut!', 'canari-de-la-fin'].map((id) => Buffer.from(id).toString('hex'));
  const pdf = madePdf(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 80]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
      stream('', `BT /F1 20 Tf 20 20 Td (visible) Tj ET ${hidden}`),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ],
    `/ID[${numbers.map((number) => `<${number}>`).join('')}]`,
  );
  const hasNumber = (bytes: Uint8Array): boolean =>
    !PDFDocument.openDocument(bytes, 'application/pdf').asPDF()!.getTrailer().get('ID').isNull();
  const file = await clean(pdf);
  expect([hasNumber(pdf), hasNumber(file.bytes)]).toEqual([true, false]);
  expect(file.words).toEqual(['visible']);
  const all = everyByte(file.bytes).toLowerCase();
  for (const number of [...numbers, CANARY]) expect(all).not.toContain(number);
});

test('former versions of a PDF and what no page leads to stay behind', async () => {
  const first = pdfOf([`${CANARY} version`, 'reste']);
  const added = `5 0 obj\n<</Length 45>>\nstream\nBT /F1 18 Tf 20 100 Td (autre texte là) Tj ET\nendstream\nendobj\n`;
  const at = first.length;
  const table = at + Buffer.byteLength(added, 'latin1');
  const start = first.toString('latin1').match(/startxref\n(\d+)/)?.[1];
  const later = Buffer.concat([
    first,
    Buffer.from(
      `${added}xref\n5 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<</Size 8/Root 1 0 R/Prev ${start}>>\nstartxref\n${table}\n%%EOF\n`,
      'latin1',
    ),
  ]);
  const file = await clean(later);
  expect(file.removed).toContain('changes');
  expect(everyByte(file.bytes)).not.toContain(CANARY);
  expect(file.words[0]).toContain('autre texte');
});

test('a Word file keeps what it says today: no author, change, comment, path or hidden part', async () => {
  const run = (text: string): string => `<w:r w:rsidR="00${CANARY}"><w:t>${text}</w:t></w:r>`;
  const file = await clean(
    docx(
      [
        `<!-- ${CANARY}remark --><w:p w14:paraId="${CANARY}">${run('Le contrat')}`,
        `<w:del w:author="${CANARY}" w:id="1"><w:r><w:delText>${CANARY}deleted</w:delText></w:r></w:del>`,
        `<w:ins w:author="${CANARY}" w:date="2026" w:id="2">${run(' signé')}</w:ins>`,
        `<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
        `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>FILENAME C:\\${CANARY}</w:instrText></w:r>`,
        `<w:hyperlink r:id="rId7">${run(' ici')}</w:hyperlink><w:hyperlink r:id="rId8">${run(' là')}</w:hyperlink>`,
        `<w:drawing><wp:docPr id="1" name="${CANARY}.jpg" descr="C:\\Users\\${CANARY}\\plan.jpg"/><a:blip r:embed="rId9"/></w:drawing>`,
        `<w14:secret>${CANARY}</w14:secret></w:p><w:sectPr><w:headerReference r:id="rId99"/></w:sectPr>`,
      ].join(''),
      {
        'word/_rels/document.xml.rels': relations([
          ['rId5', 'comments', 'comments.xml'],
          ['rId6', 'customXml', '../customXml/item1.xml'],
          ['rId7', 'hyperlink', 'https://example.org/', true],
          ['rId8', 'hyperlink', `file:///C:/Users/${CANARY}`, true],
          ['rId9', 'image', `media/${CANARY}.jpg`],
        ]),
        'word/comments.xml': `<w:comments xmlns:w="urn:w">${CANARY}</w:comments>`,
        'word/settings.xml': `<w:settings xmlns:w="urn:w"><w:attachedTemplate w:val="${CANARY}"/></w:settings>`,
        'customXml/item1.xml': `<x>${CANARY}</x>`,
        'docProps/core.xml': `<x>${CANARY}</x>`,
        'docProps/thumbnail.jpeg': await photo(CANARY),
        [`word/media/${CANARY}.jpg`]: await photo(CANARY),
      },
    ),
  );
  expect(file).toMatchObject({ kind: 'text', extension: 'docx' });
  expect(file.removed).toEqual(['attachments', 'author', 'changes', 'comments', 'dates', 'program']);
  expect(file.words[0]?.trim()).toBe('Le contrat signé ici là');
  const all = everyByte(file.bytes);
  expect(all.match(/.{0,40}canari.{0,20}/g)).toBeNull();
  expect(all).toContain('word/media/picture1.jpg');
  expect(all).toContain('https://example.org/');
});

test('a sheet keeps its values, shows what was hidden and asks no other file', async () => {
  const file = await clean(
    xlsx(
      `<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>SUM(1,2)</f><v>3</v></c><c r="C1"><f>'[C:\\${CANARY}.xlsx]S'!A1</f><v>7</v></c></row>`,
      {
        'xl/sharedStrings.xml': '<sst xmlns="urn:s"><si><t>Caméras</t></si></sst>',
        'xl/comments1.xml': `<comments>${CANARY}</comments>`,
        'xl/externalLinks/externalLink1.xml': `<x>${CANARY}</x>`,
        'xl/pivotCache/pivotCacheRecords1.xml': `<x>${CANARY}</x>`,
        'xl/printerSettings/printerSettings1.bin': CANARY,
        'docProps/app.xml': `<x>${CANARY}</x>`,
      },
      `<fileSharing userName="${CANARY}"/><x15ac:absPath xmlns:x15ac="urn:x" url="C:\\${CANARY}\\"/>`,
    ),
  );
  expect(file).toMatchObject({ kind: 'sheet', extension: 'xlsx', words: ['Caméras\t3\t7'] });
  const all = everyByte(file.bytes);
  expect(all).not.toContain(CANARY);
  expect(all).not.toMatch(/hidden|state=/);
  expect(all).toContain('SUM(1,2)');
});

test.each([
  ['text', 'odt'],
  ['spreadsheet', 'ods'],
] as const)('a %s of LibreOffice keeps what is written and nothing else', async (type, extension) => {
  const file = await clean(
    openDocument(
      type,
      [
        `<text:tracked-changes><text:changed-region><dc:creator>${CANARY}</dc:creator>${CANARY}</text:changed-region></text:tracked-changes>`,
        `<text:p>La réponse<office:annotation><dc:creator>${CANARY}</dc:creator><text:p>${CANARY}</text:p></office:annotation> du maire</text:p>`,
        `<draw:frame draw:name="${CANARY}"><draw:image xlink:href="Pictures/${CANARY}.png"/><svg:desc>/home/${CANARY}/plan.png</svg:desc></draw:frame>`,
        `<draw:frame><draw:image xlink:href="file:///home/${CANARY}.png"/></draw:frame>`,
        `<text:a xlink:href="file:///home/${CANARY}">lien</text:a>`,
      ].join(''),
      {
        'meta.xml': `<x>${CANARY}</x>`,
        'settings.xml': `<x>${CANARY}</x>`,
        'Thumbnails/thumbnail.png': await png(),
        'Configurations2/x.xml': CANARY,
        [`Pictures/${CANARY}.png`]: await png(),
      },
    ),
  );
  expect(file).toMatchObject({ extension, removed: ['author', 'changes', 'comments', 'dates', 'program'] });
  expect(file.words[0]?.trim()).toMatch(/^La réponse du maire/);
  const all = everyByte(file.bytes);
  expect(all).not.toContain(CANARY);
  expect(all).toContain('Pictures/picture1.png');
  expect(all).not.toContain('Thumbnails');
});

test('words are written as UTF-8 without control signs, and tables are told from texts by their lines', async () => {
  const latin = await clean(Buffer.from('nom;ville\r\nCam\xe9ra;\x00'.replace('\x00', 'B\x9cuf'), 'latin1'));
  expect(latin).toMatchObject({ kind: 'table', extension: 'csv' });
  expect(Buffer.from(latin.bytes).toString('utf8')).toBe('nom;ville\nCaméra;Bœuf');
  const turned = await clean(Buffer.from('\ufeffun\u202etexte sans rien\n', 'utf8'));
  expect(Buffer.from(turned.bytes).toString('utf8')).toBe('untexte sans rien\n');
  expect((await clean(Buffer.from('a\tb\n1\t2\n'))).extension).toBe('tsv');
  expect((await clean(Buffer.from('# Titre\n\nTexte\n'))).extension).toBe('md');
});

test('a part that says to be smaller than it is comes out no larger than it said', async () => {
  const file = docx('', { 'word/styles.xml': `<a>${' '.repeat(1_000_000)}</a>` });
  expect((await clean(thatSays(file, 10))).bytes.length).toBeLessThan(3_000);
});

const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(99)}">]><w:document xmlns:w="urn:w">&b;</w:document>`;
const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`word/x${n}.xml`, '']));
const deep = '<w:p>'.repeat(600);

test.each<[string, () => Buffer | Promise<Buffer>, string]>([
  ['nothing', () => Buffer.alloc(0), 'empty'],
  ['blanks alone', () => Buffer.from(' \n\t\n'), 'empty'],
  ['a PNG that says 60,000 by 60,000', () => pngThatSays(60_000, 60_000), 'too-many-pixels'],
  ['a PNG that is cut off', async () => (await png(2_000, 2_000)).subarray(0, 200), 'broken'],
  ['a PDF of 501 pages', () => pdfOf(Array.from({ length: 501 }, () => 'x')), 'too-many-pages'],
  [
    'a PDF whose page is its own parent',
    () => madePdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 1>>']),
    'broken',
  ],
  ['a PDF of nothing', () => Buffer.from('%PDF-1.7\n'), 'broken'],
  ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'markup'],
  ['HTML', () => Buffer.from('<!doctype html><p>x'), 'markup'],
  ['HTML after words', () => Buffer.from('bonjour\n<script>alert(1)</script>'), 'markup'],
  ['XML', () => Buffer.from('<?xml version="1.0"?><a/>'), 'markup'],
  ['RTF', () => Buffer.from('{\\rtf1 x}'), 'old-office'],
  [
    'an old Word file or one with a password',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    'old-office',
  ],
  ['a script', () => Buffer.from('#!/bin/sh\nrm -r x\n'), 'program'],
  ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)]), 'program'],
  ['a ZIP', () => zipped({ 'a.txt': 'x' }), 'archive'],
  ['a ZIP in a ZIP', () => zipped({ 'a.zip': zipped({ 'b.txt': 'x' }) }), 'archive'],
  [
    'sound',
    () => Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0\0'), Buffer.from('fffb9064', 'hex'), Buffer.alloc(900)]),
    'sound',
  ],
  [
    'HEIC',
    () => Buffer.concat([Buffer.from('0000001c66747970686569630000000068656963', 'hex'), Buffer.alloc(20)]),
    'heic',
  ],
  ['bytes of nobody', () => Buffer.from(Array.from({ length: 900 }, (_, n) => (n * 7) % 31)), 'unknown'],
  ['a Word file with macros', () => docx('', { 'word/vbaProject.bin': 'x' }), 'macros'],
  ['a Word file with an embedded sheet', () => docx('', { 'word/embeddings/a.xlsx': 'x' }), 'embedded'],
  ['a Word file with an object', () => docx('<w:p><w:object/></w:p>'), 'embedded'],
  ['a Word file with a billion laughs', () => docx('', { 'word/document.xml': LAUGHS }), 'entities'],
  ['a Word file with laughs in its relations', () => docx('', { 'word/_rels/document.xml.rels': LAUGHS }), 'entities'],
  [
    'a Word file that says to be of 400 MB',
    () => thatSays(docx('', { 'word/styles.xml': 'x' }), 400_000_000),
    'unpacks-too-large',
  ],
  ['a Word file of 2,000 parts', () => docx('', many), 'unpacks-too-large'],
  ['a Word file 600 elements deep', () => docx(deep), 'broken'],
  ['a Word file in UTF-16', () => docx('', { 'word/document.xml': Buffer.from('\ufeff<a/>', 'utf16le') }), 'broken'],
  ['a Word file without words', () => docx('', { 'word/document.xml': '' }), 'broken'],
  ['a Word file that is cut off', () => docx('x').subarray(0, 700), 'broken'],
  ['an Excel file with controls', () => xlsx('', { 'xl/ctrlProps/ctrlProp1.xml': 'x' }), 'embedded'],
  [
    'an ODT with a password',
    () => openDocument('text', '', { 'META-INF/manifest.xml': '<m:encryption-data/>' }),
    'password',
  ],
  ['an ODT with macros', () => openDocument('text', '', { 'Basic/Standard/x.xml': 'x' }), 'macros'],
  ['an ODS with an object', () => openDocument('spreadsheet', '', { 'Object 1/content.xml': 'x' }), 'embedded'],
])('%s is refused', async (_, made, why) => {
  expect(await refusal(await made())).toBe(why);
});
