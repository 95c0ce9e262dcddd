import { z } from 'zod';
import { AUTHORITIES, CASE_STATUSES } from '../../cases/case-facts.js';
import type { CaseFilter } from '../../cases/case-filter.js';
import { DEPARTMENT_CODE } from '../../towns/departments.js';
import type { Town } from '../../towns/town.js';
import type { Towns } from '../../towns/towns.js';
import { UnclearTown } from '../../towns/unclear-town.js';
import { isDay } from '../../clock/day.js';

/** An empty field of the form is none. */
function unlessEmpty<S extends z.ZodType>(of: S) {
  return z.union([z.literal('').transform(() => undefined), of]).optional();
}

/** What may filter cases, in lists, maps and exports. */
export const caseFilters = {
  town: unlessEmpty(z.string().max(100)),
  department: unlessEmpty(z.string().regex(DEPARTMENT_CODE)),
  theme: unlessEmpty(z.string().max(100)),
  status: unlessEmpty(z.enum(CASE_STATUSES)),
  authority: unlessEmpty(z.enum(AUTHORITIES)),
  since: unlessEmpty(z.string().refine(isDay)),
  due: unlessEmpty(z.literal('yes')),
};

export const filtersQuery = z.strictObject(caseFilters);
export type SentFilters = z.infer<typeof filtersQuery>;

export interface ReadFilters {
  filter: CaseFilter;
  /** As the address has it: without what is empty. */
  query: Readonly<Record<string, string>>;
  /** That it is filtered by. */
  town: Town | null;
  /** Those alone of which a date that binds people comes soon. */
  due: boolean;
}

/** @throws UnclearTown for what names no town, or several. */
export async function readFilters(towns: Towns, sent: SentFilters): Promise<ReadFilters> {
  const { town: named, department, theme, status, authority, since } = sent;
  const found = named === undefined ? null : await towns.addressed(named);
  if (found !== null && found.found !== 'one') throw new UnclearTown(found);
  const town = found?.town ?? null;
  const filter: CaseFilter = {
    ...(town !== null && { town: town.code }),
    ...(department !== undefined && { departments: [department] }),
    ...(theme !== undefined && { theme }),
    ...(status !== undefined && { status }),
    ...(authority !== undefined && { authority }),
    ...(since !== undefined && { since }),
  };
  return { filter, query: askedFor(sent), town, due: sent.due !== undefined };
}

/** The address's own spelling of what was asked. */
export function askedFor(sent: SentFilters): Record<string, string> {
  const { town, department, theme, status, authority, since, due } = sent;
  const asked = { town, department, theme, status, authority, since, due };
  return Object.fromEntries(
    Object.entries(asked).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
