import type { CaseFacts } from '../../cases/case-facts.js';
import { isOnEarth, type Point, PRECISIONS, readDegrees, readPoint, rounded } from '../../cases/point.js';
import type { TypedFacts } from './facts.js';

/** Fields of a case's form, in their order there. `far` confirms a point that is far from its town. */
export const CASE_FIELDS = [
  'town',
  'country',
  'place',
  'point',
  'lat',
  'lon',
  'precision',
  'far',
  'authority',
  'authorityName',
  'themes',
  'status',
] as const;
export type CaseField = (typeof CASE_FIELDS)[number];

/** The facts as their form has them, to be changed there. */
export function typedCase(facts: CaseFacts): TypedFacts & Record<CaseField, readonly string[]> {
  return {
    town: [facts.town ?? ''],
    country: [facts.country],
    place: [facts.place],
    point: [''],
    lat: [facts.point === null ? '' : String(facts.point.latitude)],
    lon: [facts.point === null ? '' : String(facts.point.longitude)],
    precision: [facts.precision],
    far: ['yes'],
    authority: [facts.authority],
    authorityName: [facts.authorityName],
    themes: facts.themes,
    status: [facts.status],
  };
}

/** The exact point that a form names: what was pasted goes before what stands in the two fields. Null for none. */
export function typedPoint(typed: TypedFacts): Point | null {
  const [pasted = '', lat = '', lon = ''] = (['point', 'lat', 'lon'] as const).map((field) => typed[field]?.[0]);
  if (pasted.trim() !== '') return readPoint(pasted);
  const point = { latitude: readDegrees(lat), longitude: readDegrees(lon) };
  return isOnEarth(point) ? point : null;
}

/** The same form without the exact point: nothing that is kept may be made from it, not even a hash. */
export function withoutExactPoint(typed: TypedFacts): TypedFacts {
  const precision = PRECISIONS.find((each) => each === typed['precision']?.[0]) ?? PRECISIONS[0];
  const exact = typedPoint(typed);
  const { point: _point, lat: _lat, lon: _lon, ...others } = typed;
  if (exact === null) return others;
  const { latitude, longitude } = rounded(exact, precision);
  return { ...others, lat: [String(latitude)], lon: [String(longitude)] };
}
