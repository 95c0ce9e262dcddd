import type { PDFPage } from 'mupdf';
import { WIDTHS } from '../cleaning/bounds.js';

/**
 * How wide a page is drawn, in pixels: a sheet of A4 at 240 points an inch. More costs time, and letters are read no
 * better.
 */
const WIDTH = 2_000;
/** The share of its page that a picture has to cover at least, where the page has words of its own. */
const COVERED = 0.6;

/** A page of a cleaned file as a picture to be read; null for one that is no scan, but has a few words of its own. */
export async function pageToRead(
  bytes: Uint8Array,
  kind: 'pdf' | 'picture',
  page: number,
): Promise<Uint8Array | null> {
  if (kind === 'picture') return (await import('../cleaning/picture.js')).narrowed(bytes, WIDTHS.file);
  const mupdf = await import('mupdf');
  const { opened } = await import('../cleaning/pdf.js');
  const pdf = opened(bytes);
  try {
    const sheet = pdf.loadPage(page - 1);
    const [left, top, right, bottom] = sheet.getBounds();
    if (!isScan(sheet, (right - left) * (bottom - top))) return null;
    const scale = Math.min(WIDTH / Math.max(right - left, 1), (3 * WIDTH) / Math.max(bottom - top, 1));
    const points = sheet.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceGray, false, true);
    const picture = Buffer.from(points.asPNG());
    points.destroy();
    sheet.destroy();
    return picture;
  } finally {
    pdf.destroy();
  }
}

/**
 * A page without any words may be drawn with lines; a page with some is a scan only if a picture covers most of it, on
 * which a stamp was put.
 */
function isScan(sheet: PDFPage, area: number): boolean {
  const text = sheet.toStructuredText('preserve-images');
  let covered = 0;
  text.walk({
    onImageBlock([left, top, right, bottom]) {
      covered = Math.max(covered, (right - left) * (bottom - top));
    },
  });
  const hasWords = text.asText().trim() !== '';
  text.destroy();
  return !hasWords || covered >= area * COVERED;
}
