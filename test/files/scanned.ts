import { ColorSpace, Document, Matrix } from 'mupdf';
import { madePdf, pdfOf, stream } from './made-pdf.js';

/** Pixels to the point. */
const FINE = 3;

/** The pages of a PDF as a scanner gives them: pictures, a little askew, without a word. */
export function scanned(lines: string[]): Buffer {
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
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents ${4 + 3 * n} 0 R/Resources<</XObject<</Im ${5 + 3 * n} 0 R>>>>>>`,
      stream('', 'q 400 0 0 200 0 0 cm /Im Do Q'),
      stream(
        `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/DCTDecode`,
        bytes,
      ),
    ]),
  ]);
}
