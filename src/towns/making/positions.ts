import type { Position } from '../distance.js';
import { departmentOf, type Exactness } from '../town-file.js';
import { townKey } from '../town-key.js';
import { CHIEF_PLACES, ISLANDS } from './islands.js';
import { type Commune, OVERSEAS, type Place, type Sources } from './sources.js';

export type Known = Position & { readonly exactness: Exactness };

/**
 * Of each commune: its own place where GeoNames has one, else the middle of those that it shares a postal code with,
 * or its intercommunality. `guessing` forgets the own place, to learn what such a guess is worth.
 */
export function positions(sources: Sources, guessing = false): Map<string, Known> {
  const exact = exactPositions(sources);
  const near = groups(sources.communes.map(({ code, codesPostaux = [] }) => [code, codesPostaux]));
  const unions = sources.intercommunalities.map(({ membres }, union) =>
    membres.map(({ code }) => [code, [String(union)]] as const),
  );
  const around = groups(unions.flat());
  const ways: readonly (readonly [Exactness, (code: string) => Position | null | undefined])[] = [
    ['exact', (code) => (guessing ? null : exact.get(code))],
    ['hand', (code) => ISLANDS[code]],
    ['postal', (code) => middle(code, near, exact)],
    ['union', (code) => middle(code, around, exact)],
  ];
  const known = new Map<string, Known>();
  for (const { code } of sources.communes)
    for (const [exactness, find] of ways) {
      const position = known.has(code) ? null : find(code);
      if (position) known.set(code, { ...position, exactness });
    }
  return known;
}

/** By code. Of several places in one commune, the one that bears its name, else the largest. */
export function exactPositions({ communes, places }: Sources): Map<string, Place> {
  const names = new Map(communes.map(({ code, nom }) => [code, townKey(nom)]));
  const found = new Map<string, Place>();
  const codeOf = coder(communes);
  for (const place of places) {
    const code = codeOf(place);
    const other = code === null ? undefined : found.get(code);
    if (code === null) continue;
    if (!other || rank(place, names.get(code)) > rank(other, names.get(code))) found.set(code, place);
  }
  return found;
}

function rank(place: Place, name: string | undefined): number {
  return (townKey(place.name) === name ? 1e9 : 0) + (place.feature === 'PPLX' ? 0 : 1e8) + place.people;
}

function coder(communes: readonly Commune[]): (place: Place) => string | null {
  const codes = communes.map(({ code, anciensCodes = [] }) =>
    [code, ...anciensCodes].map((each) => [each, code] as const),
  );
  const today = new Map(codes.flat());
  const named = new Map(communes.map(({ code, nom }) => [`${departmentOf(code)} ${townKey(nom)}`, code]));
  return (place) => {
    const part = arrondissement(place);
    if (part !== null) return today.get(part) ?? null;
    const inside = place.codes.map((code) => today.get(code)).find((code) => code !== undefined);
    if (inside !== undefined) return inside;
    const overseas = OVERSEAS[place.country];
    if (overseas === undefined) return null;
    const key = townKey(place.name);
    return named.get(`${overseas} ${key}`) ?? named.get(`${overseas} le ${key}`) ?? CHIEF_PLACES[place.name] ?? null;
  };
}

/** « Lyon 02 » lies in the commune of Lyon for GeoNames; it is 69382. */
function arrondissement({ name }: Place): string | null {
  const [, town, number] = /^(Lyon|Marseille) (\d\d)$/.exec(name) ?? [];
  if (town === undefined) return null;
  return String((town === 'Lyon' ? 69_380 : 13_200) + Number(number));
}

type Groups = ReadonlyMap<string, readonly string[]>;

/** Of each code, those that it shares a group with. */
function groups(memberships: readonly (readonly [code: string, groups: readonly string[]])[]): Groups {
  const members = new Map<string, string[]>();
  for (const [code, all] of memberships)
    for (const group of all) members.set(group, [...(members.get(group) ?? []), code]);
  const withThem = (all: readonly string[]): string[] => [
    ...new Set(all.flatMap((group) => members.get(group) ?? [])),
  ];
  return new Map(memberships.map(([code, all]) => [code, withThem(all)]));
}

function middle(code: string, near: Groups, exact: ReadonlyMap<string, Position>): Position | null {
  const others = (near.get(code) ?? []).filter((other) => other !== code);
  const places = others.map((other) => exact.get(other)).filter((place) => place !== undefined);
  if (places.length === 0) return null;
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    latitude: mean(places.map(({ latitude }) => latitude)),
    longitude: mean(places.map(({ longitude }) => longitude)),
  };
}
