import { z } from 'zod';
import type { AgendaQuery } from '../../../client/workshops/agenda-filters.js';
import { DEPARTMENT_CODE } from '../../towns/departments.js';
import type { Town } from '../../towns/town.js';
import type { Towns } from '../../towns/towns.js';
import { UnclearTown } from '../../towns/unclear-town.js';
import { instantOf, localOf } from '../../workshops/local-time.js';
import type { AgendaFilter } from '../../workshops/agenda.js';
import { NotFound } from '../../errors/errors.js';
import { wholeNumber } from '../kit/address-parts.js';

/** What may filter the agenda and its calendars. Empty fields of the form are none. */
const text = z
  .string()
  .max(100)
  .transform((typed) => (typed === '' ? undefined : typed))
  .optional();
const yes = z.literal('yes').optional();
const KM = ['10', '25', '50', '100'] as const;

export const agendaQuery = z.strictObject({
  month: z
    .string()
    .regex(/^(\d{4}-(0[1-9]|1[0-2]))?$/)
    .transform((typed) => (typed === '' ? undefined : typed))
    .optional(),
  /** One month as a table, instead of a list. */
  view: z.literal('month').optional(),
  town: text,
  department: z.union([z.literal('').transform(() => undefined), z.string().regex(DEPARTMENT_CODE)]).optional(),
  near: text,
  km: z.enum(KM).optional(),
  theme: text,
  online: yes,
  past: yes,
  /** Where a page goes on: the cursor of the one before. */
  from: text,
  page: wholeNumber.refine((page) => page <= 400).optional(),
});
export type SentAgendaQuery = z.infer<typeof agendaQuery>;

export interface ReadQuery {
  filter: AgendaFilter;
  /** As the address has it: without what is empty. */
  query: AgendaQuery;
  /** That it is filtered by. */
  town: Town | null;
  /** Where a month is shown as a table: which one. */
  month: string | null;
}

/** @throws UnclearTown for what names no town, or several. */
export async function readAgendaQuery(
  towns: Towns,
  sent: SentAgendaQuery,
  { now, zone }: { now: Date; zone: string },
): Promise<ReadQuery> {
  const { month: asked, view, town: code, department, near, km, theme, online, past } = sent;
  const month = asked ?? (view === undefined ? undefined : localOf(now, zone).slice(0, 7));
  const named = near ?? code;
  const found = named === undefined ? null : await towns.addressed(named);
  if (found !== null && found.found !== 'one') throw new UnclearTown(found);
  const town = found?.town ?? null;
  const place: AgendaFilter =
    town === null
      ? {}
      : near === undefined
        ? { town: town.code }
        : { near: { latitude: town.latitude, longitude: town.longitude, km: Number(km ?? '25') } };
  const filter: AgendaFilter = {
    ...(month !== undefined ? monthOf(month, zone) : past === 'yes' ? { past: now } : { after: now }),
    ...place,
    ...(department !== undefined && { departments: [department] }),
    ...(theme !== undefined && { theme }),
    ...(online !== undefined && { online: true }),
  };
  return { filter, query: askedFor(sent), town, month: view === undefined ? null : (month ?? null) };
}

/** The address's own spelling of what was asked. */
export function askedFor({
  month,
  view,
  town,
  department,
  near,
  km,
  theme,
  online,
  past,
  from,
  page,
}: SentAgendaQuery): AgendaQuery {
  const inMonth = month !== undefined || view !== undefined;
  return Object.fromEntries(
    Object.entries({
      month,
      view,
      town,
      department,
      near,
      km: near === undefined ? undefined : km,
      theme,
      online,
      past: inMonth ? undefined : past,
      from: view === undefined ? from : undefined,
      page: page === undefined || page === 1 ? undefined : String(page),
    }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** The dates that have something in this month, in the zone of the forum. */
function monthOf(month: string, zone: string): AgendaFilter {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const following = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  const [after, until] = [`${month}-01T00:00`, `${following}-01T00:00`].map((local) => instantOf(local, zone));
  if (!(after instanceof Date) || !(until instanceof Date)) throw new NotFound();
  return { after, until };
}
