import { z } from 'zod';
import { frenchOfTown, frenchTownHall } from '../../../client/locales/plural.js';
import { isDay } from '../../clock/day.js';
import { Invalid } from '../../errors/errors.js';
import type { LetterFacts } from '../../notices/paper-letters/filled-letter.js';
import type { Town } from '../../towns/town.js';

const line = z.string().default('');
/** Letters in one field of the form; more is said at the field. */
const MOST = { authority: 300, documents: 4_000 } as const;

export const letterQuery = z.strictObject({
  town: line,
  authority: line,
  sent: line,
  received: line,
  registered: line,
  documents: line,
  saved: z.string().max(10).optional(),
});
export type LetterQuery = z.infer<typeof letterQuery>;

/** `request`, or `request.txt` and `request.md` for the letter as a file. */
export const letterPath = z.object({
  code: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*(\.(txt|md))?$/)
    .max(60),
});

export const sentLetter = z.strictObject({
  fr: z.string().max(2_000).default(''),
  en: z.string().max(2_000).default(''),
  body: z.string().max(40_000).default(''),
});

const FRENCH = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** What fills the blanks. Days are in French, as the letter is. @throws Invalid */
export function factsOf(query: LetterQuery, town: Town | null): LetterFacts {
  const { authority, documents } = query;
  const days = (['sent', 'received', 'registered'] as const).map((name) => [name, query[name].trim()] as const);
  const wrong = Object.fromEntries(
    days.filter(([, day]) => day !== '' && !isDay(day)).map(([name]) => [name, 'day-wrong']),
  );
  const long = Object.entries(MOST).find(([name, most]) => query[name as keyof typeof MOST].length > most);
  if (long !== undefined) throw new Invalid({ ...wrong, [long[0]]: 'too-long' }, { max: long[1] });
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  const written = days.map(([name, day]) => [name, day === '' ? '' : inFrench(day)]);
  return {
    ...(Object.fromEntries(written) as LetterFacts),
    documents,
    town: town?.name ?? '',
    ofTown: town === null ? '' : frenchOfTown(town.name),
    authority: authority.trim() || (town === null ? '' : frenchTownHall(town.name)),
  };
}

/** « 1er septembre 2026 », whose number and month stay on one line. */
function inFrench(day: string): string {
  return FRENCH.format(new Date(`${day}T00:00:00Z`))
    .replace(/^1 /, '1er ')
    .replace(' ', '\u00a0');
}
