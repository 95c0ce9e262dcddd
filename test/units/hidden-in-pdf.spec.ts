import { expect, test } from '@jest/globals';
import { clean } from '../../src/uploads/cleaning/clean.js';
import { everyByte } from '../files/every-byte.js';
import { madePdf, stream } from '../files/made-pdf.js';

const CANARY = 'canari';
const PAGE = '/MediaBox[0 0 400 200]';

/** One page with these words on it, and what the page says besides. */
const pdf = (page: string, content: string, ...notes: string[]): Buffer =>
  madePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R${page}/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</Im 6 0 R>>>>${
      notes.length > 0 ? `/Annots[${notes.map((_, n) => `${n + 7} 0 R`).join(' ')}]` : ''
    }>>`,
    stream('', `BT /F1 20 Tf 20 20 Td (visible) Tj ET ${content}`),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    stream('/Type/XObject/Subtype/Image/Width 6/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray', CANARY),
    ...notes,
  ]);

const line = (y: number): string => `BT /F1 20 Tf 20 ${y} Td (${CANARY}) Tj ET`;

test.each([
  ['above what is cut out of a page', '/MediaBox[0 0 400 200]/CropBox[0 0 400 80]', line(150)],
  ['of a turned page', '/MediaBox[0 0 400 200]/CropBox[0 0 400 80]/Rotate 90', line(150)],
  ['beside the page', '/MediaBox[0 0 400 80]', line(1_500)],
  ['outside of the frame that it is drawn in', PAGE, `q 0 0 400 80 re W n ${line(150)} Q`],
  ['of which the other half is a picture', '/MediaBox[0 0 400 80]', 'q 300 0 0 300 10 10 cm /Im Do Q'],
  ['which is a picture in a frame', PAGE, 'q 10 10 50 50 re W n q 300 0 0 150 10 10 cm /Im Do Q Q'],
])('what a PDF does not show goes, and the words that it shows stay: %s', async (_, page, content) => {
  expect(everyByte(pdf(page, content))).toContain(CANARY);
  const file = await clean(pdf(page, content));
  expect(file.words).toEqual(['visible']);
  expect(everyByte(file.bytes)).not.toContain(CANARY);
});

test.each([
  ['a cut that cuts nothing', '/MediaBox[0 0 400 200]/CropBox[10 10 390 190]', line(150)],
  ['a background that is larger than the page', PAGE, `1 g -5 -5 500 500 re f 0 g ${line(150)}`],
  ['a picture that stands out by a hair', PAGE, `q 404 0 0 204 -2 -2 cm /Im Do Q ${line(150)}`],
  ['a larger unit', '/MediaBox[0 0 400 200]/UserUnit 2', line(150)],
])('a page that hides nothing stays what it is: %s', async (_, page, content) => {
  const file = await clean(pdf(page, content));
  expect(file.words[0]).toContain(CANARY);
  expect(everyByte(file.bytes)).toContain(CANARY);
});

test('lines that are drawn beside the page go with what it does not show', async () => {
  const file = await clean(pdf('/MediaBox[0 0 400 80]', '0 1011 50 7 re f'));
  expect(file.words).toEqual(['visible']);
  expect(everyByte(file.bytes)).not.toContain('1011');
});

test('what was marked to be blacked out and never was is not in the file, nor in its words', async () => {
  const marked =
    '<</Type/Annot/Subtype/Redact/Rect[10 140 200 180]/QuadPoints[10 180 200 180 10 140 200 140]/IC[0 0 0]>>';
  const file = await clean(pdf(PAGE, line(150), marked));
  expect(file.words[0]).toContain('visible');
  expect(file.words[0]).not.toContain(CANARY);
  expect(everyByte(file.bytes)).not.toContain(`(${CANARY})`);
  const hidden = marked.replace('/IC', '/F 2/IC');
  expect((await clean(pdf(PAGE, line(150), hidden))).words[0]).not.toContain(CANARY);
});
