import { deflateSync } from 'node:zlib';
import { zipped } from '../made-office.js';
import { madePdf, pdfOf, stream } from '../made-pdf.js';
import { photo } from '../made-pictures.js';
import { hostile, type HostileFile } from './hostile-file.js';
import { mutated } from './mutations.js';

const SECRET = 'canarisecret';
const ROOT = '<</Type/Catalog/Pages 2 0 R>>';
const ONE_PAGE = '<</Type/Pages/Kids[3 0 R]/Count 1>>';

/** One page with these entries and this content; further objects begin with number 5. */
const page = (entries: string, content: string | Buffer, ...others: (string | Buffer)[]): Buffer =>
  madePdf([
    ROOT,
    ONE_PAGE,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R${entries}>>`,
    Buffer.isBuffer(content) ? content : stream('', content),
    ...others,
  ]);
const withForm = (form: string | Buffer): Buffer => page('/Resources<</XObject<</F 5 0 R>>>>', '/F Do', form);
const image = (width: number, height: number, filter: string, bytes: Buffer | string): Buffer =>
  stream(
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace/DeviceGray${filter}`,
    bytes,
  );
const replaced = (pdf: Buffer, from: string | RegExp, to: string): Buffer =>
  Buffer.from(pdf.toString('latin1').replace(from, to), 'latin1');

export async function hostilePdfs(seed: number): Promise<HostileFile[]> {
  const plain = pdfOf(['une page', 'une autre']);
  const jpeg = await photo(SECRET, 90, 60);
  const drawn = page(
    '/Resources<</XObject<</F 5 0 R>>>>',
    'q 90 0 0 60 9 9 cm /F Do Q',
    image(90, 60, '/Filter/DCTDecode', jpeg),
  );
  const broken = { becomes: 'broken' };
  const clean = { becomes: 'taken', never: SECRET };
  const script = `<</S/JavaScript/JS(${SECRET})>>`;
  return [
    hostile(
      'a PDF whose pages are its own parents',
      madePdf([ROOT, '<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>']),
      broken,
    ),
    hostile(
      'a PDF whose page is its own child',
      madePdf([ROOT, ONE_PAGE, '<</Type/Pages/Parent 3 0 R/Kids[3 0 R 3 0 R]/Count 2>>']),
    ),
    hostile('a PDF of 501 pages', pdfOf(Array.from({ length: 501 }, () => 'x')), { becomes: 'too-many-pages' }),
    hostile('a PDF that says to have a billion pages', replaced(plain, '/Count 2', '/Count 1000000000')),
    hostile('a PDF that says to have less than none', replaced(plain, '/Count 2', '/Count -2')),
    hostile(
      'a PDF whose tree of pages is 3,000 deep',
      madePdf([
        ROOT,
        ...Array.from({ length: 3_000 }, (_, n) => `<</Type/Pages/Kids[${n + 3} 0 R]/Count 1>>`),
        '<</Type/Page/MediaBox[0 0 9 9]>>',
      ]),
    ),
    hostile(
      'a PDF whose table leads to itself',
      replaced(plain, 'trailer\n<<', `trailer\n<</Prev ${plain.lastIndexOf('xref\n0')} `),
    ),
    hostile('a PDF without its table', replaced(plain, /xref[^]*/, '')),
    hostile('a PDF whose table lies behind its end', replaced(plain, /startxref\n\d+/, 'startxref\n99999999999')),
    hostile(
      'a PDF with a password',
      replaced(
        plain,
        'trailer\n<<',
        `trailer\n<</Encrypt<</Filter/Standard/V 1/R 2/O<${'00'.repeat(32)}>/U<${'00'.repeat(32)}>/P -1>>/ID[<00><00>]`,
      ),
      { becomes: 'password' },
    ),
    hostile(
      'a PDF whose commands unpack to 60 MB',
      page('/Resources<<>>', stream('/Filter/FlateDecode', deflateSync(Buffer.alloc(60_000_000, 'q Q ')))),
    ),
    hostile(
      'a PDF packed ten times',
      page(
        '/Resources<<>>',
        stream(
          `/Filter[${'/FlateDecode'.repeat(10)}]`,
          Array.from({ length: 10 }).reduce<Buffer>((bytes) => deflateSync(bytes), Buffer.alloc(30_000_000)),
        ),
      ),
    ),
    hostile(
      'a form that draws itself',
      withForm(
        stream('/Type/XObject/Subtype/Form/BBox[0 0 400 200]/Resources<</XObject<</F 5 0 R>>>>', '/F Do '.repeat(50)),
      ),
    ),
    hostile(
      'a pattern that is painted with itself',
      page(
        '/Resources<</Pattern<</P 5 0 R>>>>',
        '/Pattern cs /P scn 0 0 400 200 re f',
        stream(
          '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep .001/YStep .001/Resources<</Pattern<</P 5 0 R>>>>',
          '/Pattern cs /P scn 0 0 1 1 re f',
        ),
      ),
    ),
    hostile(
      'a letter that is written with itself',
      page(
        '/Resources<</Font<</F 5 0 R>>>>',
        'BT /F 9 Tf (aaaa) Tj ET',
        '<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[1]/Encoding<</Differences[97/a]>>/CharProcs<</a 6 0 R>>/Resources<</Font<</F 5 0 R>>>>>>',
        stream('', 'BT /F 1 Tf (aaaa) Tj ET'),
      ),
    ),
    hostile(
      'a mask that is its own',
      page('/Resources<</XObject<</F 5 0 R>>>>', '/F Do', image(9, 9, '/SMask 5 0 R', Buffer.alloc(81))),
    ),
    hostile(
      'colours that are their own',
      page('/Resources<</ColorSpace<</C 5 0 R>>>>', '/C cs 1 sc 0 0 9 9 re f', '[/Indexed 5 0 R 255 <00>]'),
    ),
    hostile(
      'a function that is its own',
      page(
        '/Resources<</Shading<</S 5 0 R>>>>',
        '/S sh',
        '<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 1 1]/Function 6 0 R>>',
        '<</FunctionType 3/Domain[0 1]/Bounds[]/Encode[0 1]/Functions[6 0 R]>>',
      ),
    ),
    hostile(
      'a picture of 60,000 by 60,000',
      page(
        '/Resources<</XObject<</F 5 0 R>>>>',
        'q 9 0 0 9 0 0 cm /F Do Q',
        image(60_000, 60_000, '/Filter/FlateDecode', deflateSync(Buffer.alloc(1_000))),
      ),
    ),
    hostile('a page of a billion points', replaced(plain, '[0 0 400 200]', '[0 0 1000000000 1000000000]')),
    hostile('a page of no size', replaced(plain, '[0 0 400 200]', '[0 0 0 0]')),
    hostile('a list in a list, 200,000 deep', page(`/X${'['.repeat(200_000)}`, 'q Q')),
    hostile(
      '300,000 states that nothing ends',
      page('/Resources<<>>', stream('/Filter/FlateDecode', deflateSync(Buffer.from('q '.repeat(300_000))))),
    ),
    hostile(
      'a PDF with a script, a file and a form',
      replaced(
        plain,
        ROOT,
        `<</Type/Catalog/Pages 2 0 R/OpenAction${script}/AA<</WC${script}>>/Names<</JavaScript<</Names[(a)${script}]>>/EmbeddedFiles<</Names[(b)<</F(${SECRET})>>]>>>>/AcroForm<</XFA(${SECRET})>>>>`,
      ),
      clean,
    ),
    hostile(
      'a PDF with notes of itself',
      page(
        '/Annots[5 0 R 5 0 R]',
        'q Q',
        `<</Type/Annot/Subtype/Popup/Parent 5 0 R/IRT 5 0 R/Rect[0 0 9 9]/Contents(${SECRET})>>`,
      ),
    ),
    hostile('a PDF that is a ZIP too', Buffer.concat([plain, zipped({ [SECRET]: SECRET })]), clean),
    hostile(
      'a PDF that is a page too',
      replaced(plain, '%PDF-1.7\n', `%PDF-1.7\n%<script>${SECRET}</script>\n`),
      clean,
    ),
    hostile('a PDF behind other words', Buffer.concat([Buffer.from(`${SECRET}\n`), plain]), broken),
    hostile('the mark of a PDF alone', Buffer.from('%PDF-1.7\n'), broken),
    hostile(
      'a JPEG 2000 of nothing',
      page('/Resources<</XObject<</F 5 0 R>>>>', '/F Do', image(9, 9, '/Filter/JPXDecode', '\0\0\0\fjP  \r\n\x87\n')),
    ),
    hostile(
      'a JBIG2 of nothing',
      page('/Resources<</XObject<</F 5 0 R>>>>', '/F Do', image(9, 9, '/Filter/JBIG2Decode', 'x'.repeat(90))),
    ),
    ...mutated({ 'a PDF': plain, 'a PDF with a photo': drawn }, 26, { seed, other: jpeg }),
  ];
}
