import * as mupdf from 'mupdf';

/** How much of a picture, in points, may lie outside of what is shown. A line of letters is higher. */
const EDGE = 8;

/**
 * Whether a page draws what nobody who looks at it sees: words or lines outside of it, words or much of a picture
 * outside of the frame that they are shown in. Its file would still say them.
 */
export function hidesSome(page: mupdf.PDFPage): boolean {
  return readWords(page, 'clip=no').length > readWords(page, 'clip=yes').length || drawsOutside(page);
}

function readWords(page: mupdf.PDFPage, clip: string): string {
  const text = page.toStructuredText(`preserve-whitespace,${clip}`);
  const words = text.asText().replace(/\s+/g, '');
  text.destroy();
  return words;
}

function drawsOutside(page: mupdf.PDFPage): boolean {
  let found = false;
  // Tiles of a pattern are drawn at one place and shown at another.
  let tiles = 0;
  const shown = [page.getBounds()];
  const enter = (frame: mupdf.Rect): void => void shown.push(common(shown.at(-1) ?? frame, frame));
  const look = (isOut: () => boolean): void => void (found ||= tiles === 0 && isOut());
  const isBeside = (bounds: mupdf.Rect): boolean =>
    mupdf.Rect.isValid(bounds) && isEmpty(common(shown[0] ?? bounds, bounds));
  // Objects of the page are freed at once: a map has half a million lines.
  const boundsOf = (path: mupdf.Path, stroke: mupdf.StrokeState | null, ctm: mupdf.Matrix): mupdf.Rect => {
    const bounds = path.getBounds(stroke as mupdf.StrokeState, ctm);
    path.destroy();
    stroke?.destroy();
    return bounds;
  };
  const line = (bounds: mupdf.Rect): void => look(() => isBeside(bounds));
  const picture = (image: mupdf.Image, ctm: mupdf.Matrix): mupdf.Rect => {
    const bounds = mupdf.Rect.transform([0, 0, 1, 1], ctm);
    look(() => isCut(bounds, shown.at(-1) ?? bounds));
    image.destroy();
    return bounds;
  };
  const everything = mupdf.Rect.infinite as mupdf.Rect;
  const device = new mupdf.Device({
    fillPath: (path, _, ctm) => line(boundsOf(path, null, ctm)),
    strokePath: (path, stroke, ctm) => line(boundsOf(path, stroke, ctm)),
    fillImage: (image, ctm) => void picture(image, ctm),
    fillImageMask: (image, ctm) => void picture(image, ctm),
    clipPath: (path, _, ctm) => enter(boundsOf(path, null, ctm)),
    clipStrokePath: (path, stroke, ctm) => enter(boundsOf(path, stroke, ctm)),
    clipImageMask: (image, ctm) => enter(picture(image, ctm)),
    clipText: () => enter(everything),
    clipStrokeText: () => enter(everything),
    // What follows a mask is shown through it, until the next popClip.
    endMask: () => enter(everything),
    popClip: () => void (shown.length > 1 && shown.pop()),
    beginTile: () => ((tiles += 1), 0),
    endTile: () => void (tiles -= 1),
  });
  try {
    page.run(device, mupdf.Matrix.identity);
    device.close();
  } finally {
    device.destroy();
  }
  return found;
}

function common(one: mupdf.Rect, two: mupdf.Rect): mupdf.Rect {
  if (mupdf.Rect.isInfinite(two)) return one;
  return [Math.max(one[0], two[0]), Math.max(one[1], two[1]), Math.min(one[2], two[2]), Math.min(one[3], two[3])];
}

function isEmpty([left, top, right, bottom]: mupdf.Rect): boolean {
  return left > right || top > bottom;
}

function isCut(bounds: mupdf.Rect, frame: mupdf.Rect): boolean {
  const seen = common(frame, bounds);
  return isEmpty(seen) || seen.some((side, n) => Math.abs(side - (bounds[n] ?? side)) > EDGE);
}
