import * as mupdf from 'mupdf';
import type { CleanFile } from './cleaned.js';
import { cleanPdf, saved } from './pdf.js';
import { asJpeg } from './picture.js';
import { Refused } from './refusal.js';

/** How long the longer side of a page is, in points: that of a sheet of A4. */
const LONG_SIDE = 842;

/** Cleaned pictures as one PDF, a page each, which is cleaned like any other. @throws Refused */
export async function joinedPictures(pictures: readonly Uint8Array[]): Promise<CleanFile> {
  const out = new mupdf.PDFDocument();
  try {
    for (const picture of pictures) addPage(out, await asJpeg(picture));
    return cleanPdf(saved(out));
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('broken');
  } finally {
    out.destroy();
  }
}

function addPage(out: mupdf.PDFDocument, jpeg: Uint8Array): void {
  const picture = new mupdf.Image(jpeg);
  const scale = LONG_SIDE / Math.max(picture.getWidth(), picture.getHeight());
  const [width, height] = [picture.getWidth() * scale, picture.getHeight() * scale];
  const resources = { XObject: { Page: out.addImage(picture) } };
  const content = `q ${width.toFixed(2)} 0 0 ${height.toFixed(2)} 0 0 cm /Page Do Q`;
  out.insertPage(-1, out.addPage([0, 0, width, height], 0, out.addObject(resources), content));
  picture.destroy();
}
