import { writeFileSync } from 'node:fs';
import { departmentOf, list, TOWN_FILE, type TownFile, type TownLine } from '../town-file.js';
import { howFarOff } from './how-far-off.js';
import { type Known, positions } from './positions.js';
import { type Commune, readSources, type Sources } from './sources.js';
import { departmentZone, townZone } from './zones.js';

/** `npm run towns`: makes towns.json of the packages below `modules` and says what came of it. */
export function makeTowns(modules: string): void {
  const sources = readSources(modules);
  const file = townFile(sources);
  writeFileSync(TOWN_FILE, written(file));
  console.log(`${file.towns.length} towns, ${sum(file.towns, (town) => list(town[7]).length)} former codes`);
  for (const [exactness, towns] of Map.groupBy(file.towns, (town) => town[6]))
    console.log(
      `position ${exactness}: ${towns.length}, with ${percent(sum(towns, people) / sum(file.towns, people))} of ` +
        'the people',
    );
  console.log(howFarOff(sources));
}

const people = (town: TownLine): number => town[3];
const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

function sum<T>(all: readonly T[], value: (each: T) => number): number {
  return all.reduce((total, each) => total + value(each), 0);
}

function townFile(sources: Sources): TownFile {
  const known = positions(sources);
  const regions = new Map(sources.regions.map(({ code, nom }) => [code, nom]));
  const used = new Set(sources.communes.map(({ code }) => departmentOf(code)));
  return {
    departments: sources.departments
      .filter(({ code }) => used.has(code))
      .map(({ code, nom, region }) => [code, nom, regions.get(region) ?? '', departmentZone(code)] as const)
      .toSorted(byFirst),
    towns: sources.communes.map((commune) => line(commune, known)).toSorted(byFirst),
  };
}

/** Plain order of code points, the same on every machine. */
function byFirst([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number {
  return a < b ? -1 : Number(a > b);
}

function line(commune: Commune, known: ReadonlyMap<string, Known>): TownLine {
  const { code, nom, codesPostaux = [], population = 0, anciensCodes = [] } = commune;
  const position = known.get(code);
  if (!position) throw new Error(`No position for ${code}.`);
  const zone = townZone(code);
  const apart = zone === departmentZone(departmentOf(code)) ? [] : [zone];
  // A hundredth of a degree is a kilometre: a guess is no better.
  const unit = position.exactness === 'exact' ? 1e4 : 1e2;
  const round = (degrees: number): number => Math.round(degrees * unit) / unit;
  const where = [round(position.latitude), round(position.longitude)] as const;
  const optional = anciensCodes.length + apart.length === 0 ? [] : [anciensCodes.join(' '), ...apart];
  return [code, nom, codesPostaux.join(' '), population, ...where, position.exactness, ...optional] as TownLine;
}

/** One line for each, so that the changes of a year can be read. */
function written({ departments, towns }: TownFile): string {
  const lines = (rows: readonly unknown[]): string => rows.map((row) => JSON.stringify(row)).join(',\n');
  return `{"departments":[\n${lines(departments)}\n],"towns":[\n${lines(towns)}\n]}\n`;
}
