import type { WorkshopFacts } from '../../workshops/workshop-facts.js';
import type { TypedFacts } from './facts.js';

/** Fields of a workshop's form, in their order there; those that repeat have one value for each date or part. */
export const WORKSHOP_FIELDS = [
  'town',
  'place',
  'address',
  'online',
  'reveal',
  'access',
  'bring',
  'language',
  'price',
  'themes',
  'zone',
  'start',
  'end',
  'repeat',
  'until',
  'candidateStart',
  'candidateEnd',
  'seats',
  'count',
  'admission',
  'partTitle',
  'partTime',
  'partText',
  'partSeats',
] as const;
export type WorkshopField = (typeof WORKSHOP_FIELDS)[number];

/** The facts as their form has them, to be changed there. */
export function typedWorkshop(facts: WorkshopFacts): TypedFacts & Record<WorkshopField, readonly string[]> {
  const number = (of: number | null): string => (of === null ? '' : String(of));
  return {
    // Its name, since the codes of some towns are postal codes of others.
    town: [facts.townName],
    place: [facts.place],
    address: [facts.address],
    online: [facts.online],
    reveal: [facts.reveal],
    access: [facts.access],
    bring: [facts.bring],
    language: [facts.language],
    price: [facts.price],
    themes: facts.themes,
    zone: [facts.zone],
    start: facts.dates.map(({ start }) => start),
    end: facts.dates.map(({ end }) => end),
    repeat: [''],
    until: [''],
    candidateStart: facts.candidates.map(({ start }) => start),
    candidateEnd: facts.candidates.map(({ end }) => end),
    seats: [number(facts.seats)],
    count: [facts.count],
    admission: [facts.admission],
    partTitle: facts.parts.map(({ title }) => title),
    partTime: facts.parts.map(({ time }) => time),
    partText: facts.parts.map(({ text }) => text),
    partSeats: facts.parts.map(({ seats }) => number(seats)),
  };
}
