type Corner = readonly [number, number];

/** A border may leave its place by so many units, and by this share of its length, whichever is less. */
const MOST = 1.25;
const SHARE = 1 / 20;

/**
 * The same map with fewer corners, which nobody misses at this size: rings of departments, each from corner to corner.
 * Borders are cut where three lines meet and made simpler piece by piece, each in the same direction for both
 * neighbours, so that no gap opens between them; short pieces, as around Paris, keep nearly all of theirs.
 */
export function simplified(departments: readonly (readonly Corner[])[][]): Corner[][][] {
  const next = neighbours(departments.flat());
  const isKept = (corner: Corner): boolean => next.get(placeOf(corner))?.size !== 2;
  return departments.map((rings) => rings.map((ring) => simpler(ring, isKept)));
}

function placeOf([x, y]: Corner): number {
  return x * 10_000 + y;
}

/** All corners that each corner is joined with, by its key. */
function neighbours(rings: readonly (readonly Corner[])[]): Map<number, Set<number>> {
  const next = new Map<number, Set<number>>();
  for (const ring of rings)
    for (const [at, corner] of ring.entries()) {
      const joined = next.get(placeOf(corner)) ?? new Set();
      for (const other of [ring.at(at - 1), ring[(at + 1) % ring.length]])
        if (other !== undefined) joined.add(placeOf(other));
      next.set(placeOf(corner), joined);
    }
  return next;
}

function simpler(ring: readonly Corner[], isKept: (corner: Corner) => boolean): Corner[] {
  const met = ring.findIndex(isKept);
  // An island meets nothing: any corner will do to begin with.
  const from = met === -1 ? 0 : met;
  const closed = [...ring.slice(from), ...ring.slice(0, from + 1)];
  const corners: Corner[] = [];
  let piece: Corner[] = [];
  for (const [at, corner] of closed.entries()) {
    piece.push(corner);
    const isEnd = at > 0 && (at === closed.length - 1 || isKept(corner));
    if (!isEnd) continue;
    corners.push(...inOneDirection(piece).slice(0, -1));
    piece = [corner];
  }
  return corners.length > 2 ? corners : [...ring];
}

function inOneDirection(piece: readonly Corner[]): Corner[] {
  const [first, second, last, beforeLast] = [piece[0], piece[1], piece.at(-1), piece.at(-2)];
  if (first === undefined || second === undefined || last === undefined || beforeLast === undefined) return [...piece];
  const isRing = placeOf(first) === placeOf(last);
  const forward = isRing ? placeOf(second) <= placeOf(beforeLast) : placeOf(first) < placeOf(last);
  const width = extent(piece.map(([x]) => x));
  const tolerance = Math.min(MOST, Math.max(width, extent(piece.map(([, y]) => y))) * SHARE);
  return forward ? without(piece, tolerance) : without(piece.toReversed(), tolerance).toReversed();
}

function extent(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

/** The piece without the corners that lie within the tolerance of the line that is left (Douglas and Peucker). */
function without(piece: readonly Corner[], tolerance: number): Corner[] {
  const [first, last] = [piece[0], piece.at(-1)];
  if (first === undefined || last === undefined || piece.length < 3) return [...piece];
  let [farthest, at] = [-1, 0];
  for (const [place, corner] of piece.entries()) {
    if (place === 0 || place === piece.length - 1) continue;
    const far = distance(corner, first, last);
    if (far > farthest) [farthest, at] = [far, place];
  }
  if (farthest <= tolerance) return [first, last];
  return [...without(piece.slice(0, at + 1), tolerance).slice(0, -1), ...without(piece.slice(at), tolerance)];
}

function distance([x, y]: Corner, [ax, ay]: Corner, [bx, by]: Corner): number {
  const length = Math.hypot(bx - ax, by - ay);
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}
