import { ColorSpace, Document, Matrix } from 'mupdf';
import { madePdf, pdfOf, stream } from './made-pdf.js';

/** Pixels to the point. */
const FINE = 3;

const FONT = '/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>';

/**
 * The pages of a PDF as a scanner gives them: pictures, a little askew, without a word but a `stamp` that a program has
 * put on each. They take so much of the page's width and height.
 */
export function scanned(lines: string[], { stamp = '', share = 1 } = {}): Buffer {
  const printed = Document.openDocument(pdfOf(lines), 'application/pdf');
  const pictures = lines.map((_, n) => {
    const way = Matrix.concat(Matrix.rotate(0.5), Matrix.scale(FINE, FINE));
    const points = printed.loadPage(n).toPixmap(way, ColorSpace.DeviceGray, false, true);
    return { bytes: Buffer.from(points.asJPEG(80, false)), width: points.getWidth(), height: points.getHeight() };
  });
  printed.destroy();
  const kids = pictures.map((_, n) => `${3 + 3 * n} 0 R`).join(' ');
  return madePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pictures.length}>>`,
    ...pictures.flatMap(({ bytes, width, height }, n) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents ${4 + 3 * n} 0 R/Resources<</XObject<</Im ${5 + 3 * n} 0 R>>${FONT}>>>>`,
      stream('', `q ${400 * share} 0 0 ${200 * share} 0 0 cm /Im Do Q BT /F1 9 Tf 20 185 Td (${stamp}) Tj ET`),
      stream(
        `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/DCTDecode`,
        bytes,
      ),
    ]),
  ]);
}
