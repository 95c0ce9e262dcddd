/** How exactly the place of a case may be known: its author chooses. */
export const PRECISIONS = ['town', 'km', '100m'] as const;
export type Precision = (typeof PRECISIONS)[number];

export interface Point {
  latitude: number;
  longitude: number;
}

/**
 * How many decimals of a degree are kept: the last one is worth some ten kilometres, one kilometre, or a hundred
 * metres.
 */
const DECIMALS: Record<Precision, number> = { town: 1, km: 2, '100m': 3 };
/** One degree of latitude, in kilometres. */
const DEGREE = 111.2;

export function rounded({ latitude, longitude }: Point, precision: Precision): Point {
  const to = (degrees: number): number => Number(degrees.toFixed(DECIMALS[precision])) + 0;
  return { latitude: to(latitude), longitude: to(longitude) };
}

/** The distance as the crow flies, in kilometres. */
export function kilometres(one: Point, other: Point): number {
  const north = (one.latitude - other.latitude) * DEGREE;
  const east = (one.longitude - other.longitude) * DEGREE * Math.cos((one.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}

const NUMBER = String.raw`-?\d{1,3}(?:\.\d{1,20})?`;
const PASTED = [
  new RegExp(`^geo:(${NUMBER}),(${NUMBER})(?:[,;].*)?$`),
  new RegExp(`[#&]map=\\d+(?:\\.\\d+)?/(${NUMBER})/(${NUMBER})`),
  new RegExp(`^(${NUMBER})[,; ]\\s*(${NUMBER})$`),
];
const MARKED = new RegExp(`[?&]mlat=(${NUMBER})&mlon=(${NUMBER})`);

/**
 * The point that somebody has pasted: `geo:48.1,6.4`, the address of a page of OpenStreetMap, or two numbers; null for
 * anything else. In an address, the mark is taken before the middle of the map.
 */
export function readPoint(pasted: string): Point | null {
  const text = pasted.trim();
  const isMap = /^https:\/\/(www\.)?(openstreetmap\.org|osm\.org)\//.test(text);
  const found = isMap
    ? (MARKED.exec(text) ?? PASTED[1]?.exec(text))
    : (PASTED[0]?.exec(text) ?? PASTED[2]?.exec(text));
  if (!found) return null;
  const point = { latitude: Number(found[1]), longitude: Number(found[2]) };
  return isOnEarth(point) ? point : null;
}

export function isOnEarth({ latitude, longitude }: Point): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

/** A number of degrees as people type it, with a comma too; NaN for anything else. */
export function readDegrees(typed: string): number {
  const text = typed.trim().replace(',', '.');
  return new RegExp(`^${NUMBER}$`).test(text) ? Number(text) : Number.NaN;
}
