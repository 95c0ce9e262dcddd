import { type Town, townAndDepartment } from './town.js';
import { townKey } from './town-key.js';

/** What a town is looked for by, of a table of this name: the index `town_words` is on it, to the letter. */
export const wordsOfTown = (table: string): string =>
  `array_to_tsvector(string_to_array(${table}.key, ' ') || ${table}.postal || lower(${table}.department_code))`;

/** A town called `t` with its department `d`. */
export const TOWN_TABLES = 'town t join department d on d.code = t.department_code';

export const TOWN_COLUMNS = `t.code, t.name, d.code as department, d.name as "departmentName", d.region, t.postal,
  t.people,
  t.latitude, t.longitude, t.exactness <> 'exact' as approximate, t.zone, t.ambiguous`;

export interface TownRow extends Omit<Town, 'slug' | 'typed'> {
  /** Its code is the postal code of another town as well. */
  readonly ambiguous: boolean;
}

export function townFrom({ ambiguous, ...town }: TownRow): Town {
  return { ...town, slug: townSlug(town.name), typed: ambiguous ? townAndDepartment(town) : town.code };
}

/** « Saint-Étienne » is at /town/42218/saint-etienne. */
export function townSlug(name: string): string {
  return slugOfKey(townKey(name));
}

/** From the column `key`, which is `townKey` of the name. */
export function slugOfKey(key: string): string {
  return key.replaceAll(' ', '-');
}
