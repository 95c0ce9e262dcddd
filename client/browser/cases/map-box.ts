/** A part of the drawing, in its units. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How many times closer than the page was drawn one can look. */
const CLOSEST = 24;

export function readBox(svg: Element): Box {
  const [left = 0, top = 0, width = 1, height = 1] = (svg.getAttribute('viewBox') ?? '').split(/\s+/).map(Number);
  return { left, top, width, height };
}

/** The wanted box, moved into the whole map and made no smaller than the marks are exact. */
export function within(whole: Box, wanted: Box): Box {
  const width = Math.min(whole.width, Math.max(whole.width / CLOSEST, wanted.width));
  const height = (width * whole.height) / whole.width;
  const least = (from: number, most: number, place: number): number => Math.min(most, Math.max(from, place));
  return {
    left: least(whole.left, whole.left + whole.width - width, wanted.left),
    top: least(whole.top, whole.top + whole.height - height, wanted.top),
    width,
    height,
  };
}

/**
 * The box that shows the map `times` closer, while the point at `x`, `y` of the box (0 to 1 of its width and height)
 * stays where it is.
 */
export function closer({ left, top, width, height }: Box, times: number, x = 0.5, y = 0.5): Box {
  const [narrow, low] = [width / times, height / times];
  return { left: left + (width - narrow) * x, top: top + (height - low) * y, width: narrow, height: low };
}

/** The box moved by shares of its own width and height. */
export function moved(box: Box, x: number, y: number): Box {
  return { ...box, left: box.left + box.width * x, top: box.top + box.height * y };
}

/** The part of a map that is seen, and how to see another part of it. */
export interface View {
  show(box: Box): void;
  /** What is seen now. */
  seen(): Box;
  /** To be called after the drawing was replaced by another one of the same country. */
  draw(svg: SVGSVGElement): void;
}
