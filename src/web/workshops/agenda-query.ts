import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { AgendaQuery } from '../../../client/workshops/agenda-filters.js';
import { CurrentSite } from '../../site/current-site.js';
import { DEPARTMENT_CODE, Departments } from '../../towns/departments.js';
import { type Town, townAndDepartment } from '../../towns/town.js';
import { Towns } from '../../towns/towns.js';
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
  /** Its name as the address of its page has it. */
  region: z.union([z.literal('').transform(() => undefined), z.string().regex(/^[a-z-]{1,60}$/)]).optional(),
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
  /** The names of the town, the department and the region that it is filtered by; null for none. */
  place: string | null;
  /** Where a month is shown as a table: which one. */
  month: string | null;
}

/** A place that is asked for, and the codes of the departments that it lies in or that it has. */
interface Place {
  name: string;
  codes: readonly string[];
}

/** Reads what the address of the agenda, of its calendar and of its feed asks for. */
@Injectable()
export class AgendaQueries {
  constructor(
    private readonly towns: Towns,
    private readonly departments: Departments,
    private readonly site: CurrentSite,
  ) {}

  /** @throws NotFound for what is no department or region, UnclearTown for what names no town, or several. */
  async read(sent: SentAgendaQuery, now: Date): Promise<ReadQuery> {
    const { month: asked, view, near, km, theme, online, past } = sent;
    const { timeZone: zone } = await this.site.get();
    const month = asked ?? (view === undefined ? undefined : localOf(now, zone).slice(0, 7));
    const areas = near === undefined ? await this.areasOf(sent) : [];
    const town = await this.townOf(sent);
    const filter: AgendaFilter = {
      ...(month !== undefined ? monthOf(month, zone) : past === 'yes' ? { past: now } : { after: now }),
      ...(town !== null && (near === undefined ? { town: town.code } : { near: around(town, km) })),
      ...(areas.length > 0 && { departments: inAllOf(areas) }),
      ...(theme !== undefined && { theme }),
      ...(online !== undefined && { online: true }),
    };
    const places = [...(town === null ? [] : [{ name: townAndDepartment(town), codes: [town.department] }]), ...areas];
    return {
      filter,
      query: askedFor(sent),
      place: namesOf(places),
      month: view === undefined ? null : (month ?? null),
    };
  }

  private async townOf({ near, town: code }: SentAgendaQuery): Promise<Town | null> {
    const named = near ?? code;
    const found = named === undefined ? null : await this.towns.addressed(named);
    if (found !== null && found.found !== 'one') throw new UnclearTown(found);
    return found?.town ?? null;
  }

  /** The department and the region that are asked for. */
  private async areasOf({ department: code, region: slug }: SentAgendaQuery): Promise<Place[]> {
    const areas: Place[] = [];
    if (code !== undefined) {
      const department = await this.departments.byCode(code);
      if (department === null) throw new NotFound();
      areas.push({ name: department.name, codes: [department.code] });
    }
    if (slug !== undefined) {
      const departments = await this.departments.ofRegion(slug);
      const [first] = departments;
      if (first === undefined) throw new NotFound();
      areas.push({ name: first.region, codes: departments.map((department) => department.code) });
    }
    return areas;
  }
}

/** The codes of the departments that are in each of them; none where one lies outside of another. */
function inAllOf(areas: readonly Place[]): readonly string[] {
  return areas.map(({ codes }) => codes).reduce((some, others) => some.filter((code) => others.includes(code)));
}

/** Places from the smallest to the largest; one in which another lies says nothing more, and is left out. */
function namesOf(places: readonly Place[]): string | null {
  const said = places.filter(
    ({ codes }, index) =>
      !places.slice(0, index).some((smaller) => smaller.codes.every((code) => codes.includes(code))),
  );
  return said.length === 0 ? null : said.map(({ name }) => name).join(', ');
}

function around({ latitude, longitude }: Town, km: SentAgendaQuery['km']): NonNullable<AgendaFilter['near']> {
  return { latitude, longitude, km: Number(km ?? '25') };
}

/**
 * The address's own spelling of what was asked. What is near a town stands for itself: the form sends the place where
 * one was along with the town that is typed.
 */
export function askedFor({
  month,
  view,
  town,
  department,
  region,
  near,
  km,
  theme,
  online,
  past,
  from,
  page,
}: SentAgendaQuery): AgendaQuery {
  const inMonth = month !== undefined || view !== undefined;
  const place = near === undefined ? { town, department, region } : {};
  return Object.fromEntries(
    Object.entries({
      month,
      view,
      ...place,
      near,
      km: near === undefined ? undefined : km,
      theme,
      online,
      past: inMonth ? undefined : past,
      from: view === undefined ? from : undefined,
      page: page === undefined || page === 1 || view !== undefined ? undefined : String(page),
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
