import { type Town, townAndDepartment } from '../../towns/town.js';
import { isDay } from '../../clock/day.js';
import { instantOf, isZone, localOf } from '../../workshops/local-time.js';
import { type LocalPair, REPEATS, seriesOf } from '../../workshops/series.js';
import {
  ADMISSIONS,
  COUNTS,
  type FactsDate,
  type FactsPart,
  PRICES,
  REVEALS,
  type WorkshopFacts,
} from '../../workshops/workshop-facts.js';
import { cleanLine, cleanText, letters } from '../clean.js';
import { uuidOf } from '../uuid-of.js';
import type { TypedFacts } from './facts.js';
import { TypedFields, type Wrong } from './typed-fields.js';
import { WORKSHOP_FIELDS, type WorkshopField } from './typed-workshop.js';

/** What its fields are checked with: looked up before. */
export interface WorkshopChecks {
  /** Null where none was typed, or it was not clear which. */
  town: Town | null;
  /** Codes that may be chosen. */
  themes: ReadonlySet<string>;
  /** The forum's own. */
  zone: string;
  now: Date;
  /** Of what is sent, and of nothing else: ids of dates and parts are made from it. */
  seed: string;
  /** What these facts are to replace: dates of before may be over, and keep their ids. */
  before: WorkshopFacts | null;
}

const SIZES = { place: 140, address: 300, online: 500, access: 500, bring: 500, language: 140 };
const PART_TEXT = 1_000;
const PARTS = 12;
const CANDIDATES = { least: 2, most: 10 };
/** As many as a workshop may have. */
export const DATES = 60;
const LONGEST = 14 * 86_400_000;
const FURTHEST = 2 * 366 * 86_400_000;

class Fields extends TypedFields<WorkshopField, keyof typeof SIZES> {
  seats(field: WorkshopField, typed: string): number | null {
    const text = typed.trim();
    if (text === '') return null;
    const seats = /^\d{1,3}$/.test(text) ? Number(text) : 0;
    if (seats < 1 || seats > 500) this.wrong[field] ??= 'seats-range';
    return seats;
  }
}

/** Answers the facts, and a code for each field that is wrong: then the facts mean nothing. */
export function checkedWorkshop(typed: TypedFacts, checks: WorkshopChecks): { facts: WorkshopFacts; wrong: Wrong } {
  const fields = new Fields(typed, WORKSHOP_FIELDS, SIZES);
  const { wrong } = fields;
  const zone = fields.one('zone').trim() || (checks.town?.zone ?? checks.zone);
  if (!isZone(zone)) wrong['zone'] = 'zone-unknown';
  const facts: WorkshopFacts = {
    of: 'workshop',
    town: checks.town?.code ?? null,
    townName: checks.town === null ? '' : townAndDepartment(checks.town),
    place: fields.line('place'),
    address: fields.text('address'),
    online: fields.line('online'),
    reveal: fields.choice('reveal', REVEALS),
    access: fields.text('access'),
    bring: fields.text('bring'),
    language: fields.line('language'),
    price: fields.choice('price', PRICES),
    themes: fields.themes('themes', checks.themes),
    zone,
    dates: isZone(zone) ? datesOf(fields, zone, checks) : [],
    candidates: isZone(zone) ? candidatesOf(fields, zone, checks) : [],
    seats: fields.seats('seats', fields.one('seats')),
    count: fields.choice('count', COUNTS),
    admission: fields.choice('admission', ADMISSIONS),
    parts: partsOf(fields, checks.seed, checks.before?.parts ?? []),
  };
  if (facts.online !== '' && !isHttps(facts.online)) wrong['online'] ??= 'https-only';
  if (facts.town === null && facts.online === '') wrong['town'] ??= 'town-or-online';
  if (facts.admission === 'none' && facts.reveal !== 'public') wrong['reveal'] ??= 'reveal-public';
  if (facts.admission === 'none' && facts.seats !== null) wrong['seats'] ??= 'seats-none';
  if (facts.admission === 'none' && facts.parts.some(({ seats }) => seats !== null))
    wrong['partSeats'] ??= 'seats-none';
  return { facts, wrong };
}

function isHttps(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:' && !/\s/.test(address);
}

/** Pairs that are empty on both sides are fields that nobody filled. */
function pairsOf(fields: Fields, from: WorkshopField, to: WorkshopField): LocalPair[] {
  const [starts, ends] = [fields.all(from), fields.all(to)];
  return Array.from({ length: Math.max(starts.length, ends.length) }, (_, at) => ({
    start: (starts[at] ?? '').trim().slice(0, 40),
    end: (ends[at] ?? '').trim().slice(0, 40),
  })).filter(({ start, end }) => start !== '' || end !== '');
}

function datesOf(fields: Fields, zone: string, { now, seed, before }: WorkshopChecks): FactsDate[] {
  const typed = pairsOf(fields, 'start', 'end');
  const asks = pairsOf(fields, 'candidateStart', 'candidateEnd').length > 0;
  if (typed.length === 0 && !asks) fields.wrong['start'] ??= 'required';
  if (typed.length > DATES) fields.wrong['start'] ??= 'dates-many';
  const formerly = before?.zone === zone ? before.dates : [];
  for (const { start, end } of typed.slice(0, DATES)) {
    const stays = formerly.some((date) => date.start === start && date.end === end);
    if (!stays) Object.assign(fields.wrong, { ...wrongDate(start, end, { zone, now }), ...fields.wrong });
  }
  const pairs = repeated(fields, typed, zone, now);
  const ids = idsFor(pairs, before?.dates ?? [], ({ start, end }) => `${start} ${end}`);
  return pairs.map((pair, at) => ({ id: ids[at] ?? uuidOf(`${seed} date ${at}`), ...pair }));
}

/** Where the date is to be found. What people have answered is about these very times: another time has another id. */
function candidatesOf(fields: Fields, zone: string, { now, seed, before }: WorkshopChecks): FactsDate[] {
  const { wrong } = fields;
  const pairs = pairsOf(fields, 'candidateStart', 'candidateEnd');
  if (pairs.length === 0) return [];
  const formerly = before?.zone === zone ? before.candidates : [];
  // Once one is chosen it stands among the dates, and the others stay beside it.
  if (formerly.length === 0 && pairsOf(fields, 'start', 'end').length > 0) wrong['candidateStart'] ??= 'date-or-poll';
  if (pairs.length < CANDIDATES.least || pairs.length > CANDIDATES.most)
    wrong['candidateStart'] ??= 'candidates-range';
  const known = new Map(formerly.map((date) => [`${date.start} ${date.end}`, date.id]));
  const seen = new Set<string>();
  return pairs.slice(0, CANDIDATES.most).map(({ start, end }) => {
    const times = `${start} ${end}`;
    const { start: from, end: to } = known.has(times) ? {} : wrongDate(start, end, { zone, now });
    if (from !== undefined) wrong['candidateStart'] ??= from;
    if (to !== undefined) wrong['candidateEnd'] ??= to;
    if (seen.has(times)) wrong['candidateStart'] ??= 'date-twice';
    seen.add(times);
    return { id: known.get(times) ?? uuidOf(`${seed} candidate ${times}`), start, end };
  });
}

/** The dates of the series, where one is wanted; it only fills them in, and each is then a date of its own. */
function repeated(fields: Fields, typed: LocalPair[], zone: string, now: Date): LocalPair[] {
  const { wrong } = fields;
  const until = fields.one('until').trim();
  const repeat = REPEATS.find((each) => each === fields.one('repeat'));
  if (repeat === undefined) {
    if (fields.one('repeat') !== '') wrong['repeat'] ??= 'wrong-value';
    else if (until !== '') wrong['repeat'] ??= 'repeat-which';
    return typed;
  }
  if (until === '') wrong['until'] ??= 'until-required';
  else if (!isDay(until)) wrong['until'] ??= 'day-wrong';
  else if (until > localOf(new Date(now.getTime() + FURTHEST), zone)) wrong['until'] ??= 'date-far';
  else if (typed.some(({ start }) => start.slice(0, 10) > until)) wrong['until'] ??= 'until-before';
  if (['start', 'end', 'until'].some((field) => wrong[field] !== undefined)) return typed;
  const all = new Map(
    typed
      .flatMap((pair) => seriesOf(pair, repeat, until, zone).dates)
      .map((date) => [`${date.start} ${date.end}`, date] as const),
  );
  if (all.size > DATES) wrong['until'] ??= 'series-many';
  return [...all.values()].toSorted((one, other) => (one.start < other.start ? -1 : 1)).slice(0, DATES);
}

/** A code for each of the two that is wrong. */
export function wrongDate(start: string, end: string, { zone, now }: { zone: string; now: Date }): Wrong {
  const from = instantOf(start, zone);
  const to = instantOf(end, zone);
  if (from === 'wrong') return { start: 'time-wrong' };
  if (from === 'missing') return { start: 'hour-missing' };
  if (to === 'wrong') return { end: 'time-wrong' };
  if (to === 'missing') return { end: 'hour-missing' };
  if (from < now) return { start: 'date-past' };
  if (from.getTime() > now.getTime() + FURTHEST) return { start: 'date-far' };
  if (to <= from) return { end: 'end-before-start' };
  return to.getTime() - from.getTime() > LONGEST ? { end: 'too-many-days' } : {};
}

function partsOf(fields: Fields, seed: string, before: readonly FactsPart[]): FactsPart[] {
  const columns = ['partTitle', 'partTime', 'partText', 'partSeats'] as const;
  const most = Math.max(...columns.map((column) => fields.all(column).length));
  const rows = Array.from({ length: most }, (_, at) => columns.map((column) => fields.all(column)[at] ?? ''))
    .filter((row) => row.some((each) => each.trim() !== ''))
    .map(([title = '', time = '', text = '', seats = '']) => ({
      title: cleanLine(title),
      time: cleanLine(time),
      text: cleanText(text),
      seats: fields.seats('partSeats', seats),
    }));
  const { wrong } = fields;
  if (rows.length > PARTS) wrong['partTitle'] ??= 'parts-many';
  for (const { title, time, text } of rows) {
    if (title === '') wrong['partTitle'] ??= 'required';
    if (letters(title) > 140) wrong['partTitle'] ??= 'too-long';
    if (letters(time) > 40) wrong['partTime'] ??= 'too-long';
    if (letters(text) > PART_TEXT) wrong['partText'] ??= 'too-long';
  }
  const ids = idsFor(rows, before, ({ title }) => title);
  return rows.map((row, at) => ({ id: ids[at] ?? uuidOf(`${seed} part ${at}`), ...row }));
}

/** What is the same keeps its id; of the rest the first new one takes the place of the first old one, and so on. */
function idsFor<T>(
  rows: readonly T[],
  before: readonly (T & { id: string })[],
  key: (of: T) => string,
): (string | undefined)[] {
  const left = [...before];
  const take = (at: number): string | undefined => (at < 0 ? undefined : left.splice(at, 1)[0]?.id);
  const same = rows.map((row) => take(left.findIndex((each) => key(each) === key(row))));
  return same.map((id) => id ?? take(0));
}
