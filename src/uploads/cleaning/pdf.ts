import * as mupdf from 'mupdf';
import { BOUNDS, WIDTHS } from './bounds.js';
import type { CleanFile, Trace } from './cleaned.js';
import { hidesSome } from './pdf-hidden.js';
import { annotationTraces, pdfTraces } from './pdf-traces.js';
import { scrubPdf } from './pdf-scrub.js';
import { Refused } from './refusal.js';

/** A link on a page: its rectangle and its address. */
export type Way = { bounds: mupdf.Rect; to: string };

/**
 * A PDF written anew: notes and filled fields become part of the page, then each page goes into an empty file, so that
 * information, scripts, attachments and former versions stay behind. What is marked to be blacked out goes. A page
 * that keeps something that it does not show (a layer that is switched off, words beside the page) becomes a picture of
 * what was shown, with the words that can be read there. @throws Refused
 */
export function cleanPdf(bytes: Uint8Array): CleanFile {
  const first = rebuilt(bytes, false);
  const made = first.isHopeless ? rebuilt(bytes, true) : first;
  const file = made.file;
  const written = opened(file);
  try {
    const words: string[] = [];
    for (let n = 0; n < written.countPages(); n++) words.push(made.words[n] ?? wordsOf(written.loadPage(n)));
    return { kind: 'pdf', extension: 'pdf', bytes: file, pages: words.length, words, removed: made.removed };
  } finally {
    written.destroy();
  }
}

/** Pages of a cleaned PDF as JPEGs of at most `width`, one at a time. @throws Refused */
export function* drawnPages(bytes: Uint8Array, width: number, count: number = BOUNDS.drawn): Generator<Uint8Array> {
  const pdf = opened(bytes);
  try {
    const last = Math.min(count, pdf.countPages());
    for (let n = 0; n < last; n++) yield drawn(pdf.loadPage(n), width);
  } finally {
    pdf.destroy();
  }
}

export function opened(bytes: Uint8Array): mupdf.PDFDocument {
  try {
    const pdf = mupdf.PDFDocument.openDocument(bytes, 'application/pdf').asPDF();
    if (pdf === null) throw new Refused('broken');
    if (pdf.needsPassword()) throw new Refused('password');
    const pages = pdf.countPages();
    if (pages > BOUNDS.pages) throw new Refused('too-many-pages');
    if (pages < 1) throw new Refused('broken');
    return pdf;
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('broken');
  }
}

interface Rebuilt {
  file: Uint8Array;
  /** The words of the pages that have become pictures; null for other pages. */
  words: (string | null)[];
  removed: Trace[];
  /** Whether some picture cannot be cleaned where it is. */
  isHopeless: boolean;
}

function rebuilt(bytes: Uint8Array, allDrawn: boolean): Rebuilt {
  const pdf = opened(bytes);
  const out = new mupdf.PDFDocument();
  try {
    const removed = pdfTraces(pdf);
    const hides = hasHiddenLayer(pdf);
    const pages = pdf.countPages();
    const ways: Way[][] = [];
    const hasLayer: boolean[] = [];
    const words: (string | null)[] = [];
    for (let n = 0; n < pages; n++) {
      applyMarks(pdf.loadPage(n) as mupdf.PDFPage);
      const page = pdf.loadPage(n) as mupdf.PDFPage;
      hasLayer.push(hides && usesLayers(page.getObject()));
      ways.push(waysOf(page));
      annotationTraces(page, removed);
      page.destroy();
    }
    pdf.bake(true, true);
    const map = out.newGraftMap();
    for (let n = 0; n < pages; n++) {
      const page = pdf.loadPage(n) as mupdf.PDFPage;
      const asPicture = allDrawn || hasLayer[n] === true || hidesSome(page);
      words.push(asPicture ? wordsOf(pdf.loadPage(n)) : null);
      if (asPicture) addPicture(out, page);
      else {
        map.graftPage(-1, pdf, n);
        page.destroy();
      }
    }
    const isHopeless = scrubPdf(out);
    ways.forEach((of, n) => putWays(out, n, of));
    const file = saved(out);
    return { file, words, removed: [...removed].sort(), isHopeless };
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('broken');
  } finally {
    out.destroy();
    pdf.destroy();
  }
}

/**
 * Blacks out what is marked to be blacked out and never was. The page is destroyed, because it would go on listing its
 * marks.
 */
function applyMarks(page: mupdf.PDFPage): void {
  if (page.getAnnotations().some((note) => note.getType() === 'Redact')) page.applyRedactions();
  page.destroy();
}

export function saved(out: mupdf.PDFDocument): Uint8Array {
  return Buffer.from(out.saveToBuffer('garbage=deduplicate,compress').asUint8Array());
}

function hasHiddenLayer(pdf: mupdf.PDFDocument): boolean {
  for (let n = 0; n < pdf.countLayers(); n++) if (!pdf.isLayerVisible(n)) return true;
  return false;
}

/** Whether anything that the page draws hangs on a layer. Pages share their parts, so those seen are not seen again. */
function usesLayers(page: mupdf.PDFObject): boolean {
  const seen = new Set<number>();
  const has = (object: mupdf.PDFObject, depth: number): boolean => {
    if (object.isIndirect()) {
      if (seen.has(object.asIndirect())) return false;
      seen.add(object.asIndirect());
    }
    if (depth > 50 || !(object.isDictionary() || object.isArray())) return false;
    if (object.isDictionary() && (!object.get('OC').isNull() || isLayer(object))) return true;
    let found = false;
    object.forEach((value, key) => {
      if (!found && key !== 'Parent' && key !== 'P') found = has(value, depth + 1);
    });
    return found;
  };
  return has(page, 0);
}

function isLayer(object: mupdf.PDFObject): boolean {
  const type = object.get('Type');
  return type.isName() && /^OC(G|MD)$/.test(type.asName());
}

/** The links of a page, only those to the web. */
export function waysOf(page: mupdf.PDFPage): Way[] {
  return page
    .getLinks()
    .map((link) => ({ bounds: link.getBounds(), to: link.getURI() }))
    .filter(({ to }) => /^https?:\/\//.test(to) && to.length < 2_000)
    .slice(0, 500);
}

export function putWays(out: mupdf.PDFDocument, n: number, ways: Way[]): void {
  if (ways.length === 0) return;
  const page = out.loadPage(n);
  for (const { bounds, to } of ways) page.createLink(bounds, to);
  page.destroy();
}

/** Puts a page at the end as a picture of it; `change` may paint on that picture first. The page is destroyed. */
export function addPicture(out: mupdf.PDFDocument, page: mupdf.Page, change?: (points: mupdf.Pixmap) => void): void {
  const [left, top, right, bottom] = page.getBounds();
  const [width, height] = [right - left, bottom - top];
  const image = out.addImage(new mupdf.Image(drawn(page, Math.min(WIDTHS.file, (width / 72) * 150), change)));
  const resources = { XObject: { Page: image } };
  const content = `q ${width.toFixed(2)} 0 0 ${height.toFixed(2)} 0 0 cm /Page Do Q`;
  out.insertPage(-1, out.addPage([0, 0, width, height], 0, out.addObject(resources), content));
}

function drawn(page: mupdf.Page, width: number, change?: (points: mupdf.Pixmap) => void): Uint8Array {
  const [left, top, right, bottom] = page.getBounds();
  const scale = Math.min(width / Math.max(right - left, 1), (3 * width) / Math.max(bottom - top, 1));
  const points = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false, true);
  try {
    change?.(points);
    return points.asJPEG(80);
  } finally {
    points.destroy();
    page.destroy();
  }
}

export function wordsOf(page: mupdf.Page): string {
  try {
    const text = page.toStructuredText('preserve-whitespace');
    const words = text
      .asText()
      .replace(/\n{3,}/g, '\n\n')
      .trim();
    text.destroy();
    return words.slice(0, BOUNDS.words);
  } finally {
    page.destroy();
  }
}
