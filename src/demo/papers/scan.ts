import type { Buffer } from 'node:buffer';
import { pdfOf, pdfOfPictures } from './pdf.js';

const WIDTH = 1_240;
const A4 = 595;

/** The same pages as a scanner gives them: pictures, and no words. */
export async function scanOf(pages: readonly (readonly string[])[]): Promise<Buffer> {
  // Loaded here alone: it takes a second, which a forum that is no demonstration never has to wait.
  const { ColorSpace, Document, Matrix } = await import('mupdf');
  const printed = Document.openDocument(pdfOf(pages), 'application/pdf');
  const scale = WIDTH / A4;
  const pictures = pages.map((_, n) => {
    // Nobody lays a sheet quite straight.
    const way = Matrix.concat(Matrix.rotate(0.7), Matrix.scale(scale, scale));
    const pixmap = printed.loadPage(n).toPixmap(way, ColorSpace.DeviceRGB, false, true);
    return { bytes: pixmap.asJPEG(70, false), width: pixmap.getWidth(), height: pixmap.getHeight() };
  });
  printed.destroy();
  return pdfOfPictures(pictures);
}
