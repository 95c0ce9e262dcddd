import { AUTHORITIES, CASE_STATUSES, type CaseFacts } from '../../cases/case-facts.js';
import { countryOf } from '../../cases/country.js';
import { kilometres, type Point, PRECISIONS, type Precision, rounded } from '../../cases/point.js';
import { type Town, townAndDepartment } from '../../towns/town.js';
import type { TypedFacts } from './facts.js';
import { CASE_FIELDS, type CaseField, typedPoint } from './typed-case.js';
import { TypedFields, type Wrong } from './typed-fields.js';

/** What its fields are checked with: looked up before. */
export interface CaseChecks {
  /** Null where none was typed, or it was not clear which. */
  town: Town | null;
  /** Codes that may be chosen. */
  themes: ReadonlySet<string>;
}

const SIZES = { place: 140, authorityName: 140 };
/** Kilometres from the middle of a town to what is asked about once. */
const FAR = 30;

type Fields = TypedFields<CaseField, keyof typeof SIZES>;

/** Answers the facts, and a code for each field that is wrong: then the facts mean nothing. */
export function checkedCase(typed: TypedFacts, { town, themes }: CaseChecks): { facts: CaseFacts; wrong: Wrong } {
  const fields: Fields = new TypedFields(typed, CASE_FIELDS, SIZES);
  const precision = fields.choice('precision', PRECISIONS);
  const facts: CaseFacts = {
    of: 'case',
    town: town?.code ?? null,
    townName: town === null ? '' : townAndDepartment(town),
    country: countryFrom(fields),
    place: fields.line('place'),
    point: pointFrom(fields, typedPoint(typed), precision, town),
    precision,
    authority: fields.choice('authority', AUTHORITIES),
    authorityName: fields.line('authorityName'),
    themes: fields.themes('themes', themes),
    status: fields.choice('status', CASE_STATUSES),
  };
  if (facts.authority === 'other' && facts.authorityName === '') fields.wrong['authorityName'] ??= 'required';
  return { facts, wrong: fields.wrong };
}

/** A town of France needs no country; anywhere else both the country and the place are said. */
function countryFrom(fields: Fields): string {
  const [named, typed] = [fields.one('town').trim(), fields.one('country').trim()];
  const country = typed === '' ? null : countryOf(typed);
  if (typed !== '' && country === null) fields.wrong['country'] ??= 'country-unknown';
  if (named !== '') {
    if (country !== null && country !== 'FR') fields.wrong['country'] ??= 'town-and-country';
    return '';
  }
  if (typed === '') fields.wrong['town'] ??= 'town-or-country';
  if (country === 'FR') fields.wrong['town'] ??= 'town-in-france';
  if (country !== null && fields.one('place').trim() === '') fields.wrong['place'] ??= 'required';
  return country ?? '';
}

function pointFrom(fields: Fields, exact: Point | null, precision: Precision, town: Town | null): Point | null {
  const [pasted, lat, lon] = [fields.one('point').trim(), fields.one('lat').trim(), fields.one('lon').trim()];
  if (exact === null) {
    if (pasted !== '') fields.wrong['point'] ??= 'point-unread';
    else if (lat !== '' || lon !== '') sayWhichDegrees(fields, lat, lon);
    else if (precision !== 'town') fields.wrong['point'] ??= 'point-missing';
    return null;
  }
  if (town !== null && kilometres(exact, town) > FAR && fields.one('far') !== 'yes')
    fields.wrong['far'] ??= 'point-far';
  // The middle of the town says as much, and is the same for all of its cases.
  return town !== null && precision === 'town' ? null : rounded(exact, precision);
}

function sayWhichDegrees(fields: Fields, lat: string, lon: string): void {
  const isWithin = (typed: string, most: number): boolean =>
    typed !== '' && Math.abs(Number(typed.replace(',', '.'))) <= most;
  if (!isWithin(lat, 90)) fields.wrong['lat'] ??= 'latitude-range';
  if (!isWithin(lon, 180)) fields.wrong['lon'] ??= 'longitude-range';
  if (isWithin(lat, 90) && isWithin(lon, 180)) fields.wrong['lat'] ??= 'latitude-range';
}
