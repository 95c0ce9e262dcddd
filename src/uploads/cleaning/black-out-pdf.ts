import * as mupdf from 'mupdf';
import type { CleanFile } from './cleaned.js';
import { type Area, type BlackedAreas, isCovered, MOST_PLACES, pixelsOf, type Place } from './covers.js';
import { BOUNDS } from './bounds.js';
import { addPicture, opened, putWays, saved, waysOf, wordsOf } from './pdf.js';
import { Refused } from './refusal.js';

/**
 * Stands in the words of a page where something was covered. It always has the same length, since the length of a name
 * betrays it.
 */
const COVERED = '█████';

/**
 * A cleaned PDF without what is covered: a page with an area becomes a picture of what is left of it and loses the
 * words there, all other pages stay as they are. @throws Refused where no page is left
 */
export function blackOutPdf(bytes: Uint8Array, { areas, drop }: BlackedAreas): CleanFile {
  const pdf = opened(bytes);
  const out = new mupdf.PDFDocument();
  try {
    const words: string[] = [];
    const ways: ReturnType<typeof waysOf>[] = [];
    const map = out.newGraftMap();
    const pages = pdf.countPages();
    for (let n = 0; n < pages; n++) {
      if (drop.includes(n + 1)) continue;
      const own = areas.filter(({ page }) => page === n + 1);
      const page = pdf.loadPage(n) as mupdf.PDFPage;
      // A link on a covered place is left out: its address could say what stood there.
      ways.push(own.length === 0 ? waysOf(page) : []);
      if (own.length === 0) map.graftPage(-1, pdf, n);
      words.push(own.length === 0 ? wordsOf(page) : wordsBeside(page, own));
      if (own.length > 0) addPicture(out, pdf.loadPage(n), (points) => cover(points, own));
    }
    if (words.length === 0) throw new Refused('empty');
    ways.forEach((of, n) => putWays(out, n, of));
    return { kind: 'pdf', extension: 'pdf', bytes: saved(out), pages: words.length, words, removed: [] };
  } finally {
    out.destroy();
    pdf.destroy();
  }
}

/** The places of these words. */
export function placesIn(bytes: Uint8Array, needles: readonly string[]): Place[] {
  const pdf = opened(bytes);
  const places: Place[] = [];
  try {
    const pages = pdf.countPages();
    for (let n = 0; n < pages && places.length < MOST_PLACES; n++) {
      const page = pdf.loadPage(n);
      const lines = linesOf(page);
      for (const needle of needles)
        for (const quads of page.search(needle, 'ignore-case,ignore-diacritics') as mupdf.Quad[][])
          for (const quad of quads) {
            const area = areaOf(n + 1, thousandths(page, quad));
            places.push({ ...area, line: lines.find(({ box }) => isWithin(box, quad))?.text ?? '' });
          }
      page.destroy();
    }
    return places.slice(0, MOST_PLACES);
  } finally {
    pdf.destroy();
  }
}

function cover(points: mupdf.Pixmap, areas: readonly Area[]): void {
  const [width, height, stride] = [points.getWidth(), points.getHeight(), points.getStride()];
  const each = points.getNumberOfComponents();
  const pixels = points.getPixels();
  for (const area of areas) {
    const [left, top, right, bottom] = pixelsOf(area, width, height);
    for (let y = top; y < bottom; y++) pixels.fill(0, y * stride + left * each, y * stride + right * each);
  }
}

/** The words of a page without those that are covered. The page is destroyed. */
function wordsBeside(page: mupdf.Page, areas: readonly Area[]): string {
  let words = '';
  let was = false;
  const text = page.toStructuredText('preserve-whitespace');
  text.walk({
    onChar: (sign, _origin, _font, _size, quad) => {
      const covered = isCovered(areas, thousandths(page, quad));
      words += covered ? (was ? '' : COVERED) : sign;
      was = covered;
    },
    endLine: () => {
      words += '\n';
      was = false;
    },
    endTextBlock: () => {
      words += '\n';
    },
  });
  text.destroy();
  page.destroy();
  return words
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, BOUNDS.words);
}

function thousandths(page: mupdf.Page, quad: mupdf.Quad): [number, number, number, number] {
  const [left, top, right, bottom] = page.getBounds();
  const across = [quad[0], quad[2], quad[4], quad[6]].map((x) => ((x - left) / (right - left)) * 1_000);
  const down = [quad[1], quad[3], quad[5], quad[7]].map((y) => ((y - top) / (bottom - top)) * 1_000);
  return [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)];
}

function areaOf(page: number, [left, top, right, bottom]: readonly [number, number, number, number]): Area {
  const [x, y] = [Math.max(0, Math.floor(left) - 1), Math.max(0, Math.floor(top) - 1)];
  return { page, left: x, top: y, width: Math.ceil(right) + 1 - x, height: Math.ceil(bottom) + 1 - y };
}

interface Line {
  box: { x: number; y: number; w: number; h: number };
  text: string;
}

function linesOf(page: mupdf.Page): Line[] {
  const text = page.toStructuredText('preserve-whitespace');
  const read = JSON.parse(text.asJSON()) as { blocks: { lines?: { bbox: Line['box']; text: string }[] }[] };
  text.destroy();
  return read.blocks.flatMap(({ lines = [] }) => lines.map((line) => ({ box: line.bbox, text: line.text })));
}

function isWithin({ x, y, w, h }: Line['box'], quad: mupdf.Quad): boolean {
  const [across, down] = [(quad[0] + quad[6]) / 2, (quad[1] + quad[7]) / 2];
  return across >= x && across <= x + w && down >= y && down <= y + h;
}
