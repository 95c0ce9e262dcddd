import { WIDTHS } from '../cleaning/bounds.js';

/** Letters of a sheet of A4 are read at 240 points an inch; finer ones cost time and are read no better. */
const WIDTH = 2_000;

/** A page of a cleaned file as a picture to be read. */
export async function pageToRead(bytes: Uint8Array, kind: 'pdf' | 'picture', page: number): Promise<Uint8Array> {
  if (kind === 'picture') return (await import('../cleaning/picture.js')).narrowed(bytes, WIDTHS.file);
  const mupdf = await import('mupdf');
  const { opened } = await import('../cleaning/pdf.js');
  const pdf = opened(bytes);
  try {
    const sheet = pdf.loadPage(page - 1);
    const [left, top, right, bottom] = sheet.getBounds();
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
