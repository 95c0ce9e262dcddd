import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Where a position comes from: the place itself, the middle of the towns with its postal code or of its union, or a
 * hand.
 */
export const EXACTNESSES = ['exact', 'postal', 'union', 'hand'] as const;
export type Exactness = (typeof EXACTNESSES)[number];

/**
 * One line of towns.json. Postal codes and former codes stand in one text each, apart by a space; the zone is that of
 * the department unless the line names another.
 */
export type TownLine = [
  code: string,
  name: string,
  postal: string,
  people: number,
  latitude: number,
  longitude: number,
  exactness: Exactness,
  former?: string,
  zone?: string,
];

/** The towns of France, made by `npm run towns`; positions in degrees (WGS 84). */
export interface TownFile {
  readonly departments: readonly (readonly [code: string, name: string, region: string, zone: string])[];
  readonly towns: readonly TownLine[];
}

/** Beside the sources and not in the build, which has nothing of it but this way to it. */
export const TOWN_FILE = fileURLToPath(new URL('../../../src/towns/towns.json', import.meta.url));

export function readTownFile(): TownFile {
  return JSON.parse(readFileSync(TOWN_FILE, 'utf8')) as TownFile;
}

/** The department that a code begins with: two signs, three of them overseas. */
export function departmentOf(code: string): string {
  return code.slice(0, code.startsWith('97') || code.startsWith('98') ? 3 : 2);
}

/** The codes of such a text. */
export function list(codes = ''): string[] {
  return codes === '' ? [] : codes.split(' ');
}
