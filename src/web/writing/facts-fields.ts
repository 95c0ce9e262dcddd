import { z } from 'zod';
import type { ThreadFacts, TypedFacts } from '../../submissions/thread-facts/facts.js';
import { CASE_FIELDS } from '../../submissions/thread-facts/typed-case.js';
import { STEP_FIELDS } from '../../submissions/thread-facts/typed-step.js';
import { WORKSHOP_FIELDS } from '../../submissions/thread-facts/typed-workshop.js';
import { ANOTHER_TOWN } from '../../towns/town.js';

/** A field that may come once or several times: what one is, and how many there may be, is said at the field. */
const values = z.union([z.string().transform((one) => [one]), z.array(z.string()).max(200)], 'wrong').optional();

/**
 * A field that people type into or choose by, and that says one thing: what is empty beside it says nothing, nor does
 * « another town », and of two that differ nobody can know which one was meant.
 */
const oneValue = z
  .union([z.string().transform((one) => [one]), z.array(z.string()).max(200).transform(saidIn)], 'wrong')
  .refine((said) => said.length <= 1, 'sent-twice')
  .optional();
const SAYS_ONE = new Set<string>([
  ...['town', 'place', 'address', 'online', 'access', 'bring', 'language', 'country', 'authorityName'],
  ...['software', 'link'],
]);

function saidIn(all: readonly string[]): string[] {
  const typed = [...new Set(all)].filter((each) => each.trim() !== '');
  const said = typed.length > 1 ? typed.filter((each) => each !== ANOTHER_TOWN) : typed;
  return said.length === 0 ? [''] : said;
}

/** Which of the dates that a series gave are kept: numbers from 1; the form has an empty one, for none. */
const KEEP = 'keep';

/** Which of them belong to a kind is said where its facts are checked. */
const FIELDS = [...new Set([...WORKSHOP_FIELDS, KEEP, ...CASE_FIELDS, ...STEP_FIELDS] as const)];

/** The fields of facts of every kind, for a strict schema. */
export const factsFields = Object.fromEntries(
  FIELDS.map((field) => [field, SAYS_ONE.has(field) ? oneValue : values]),
) as Record<(typeof FIELDS)[number], typeof values>;

type SentFacts = { [F in keyof typeof factsFields]?: string[] | undefined };

/** Takes them out of a form; `facts` is undefined where none came. */
export function withFacts<S extends SentFacts>(sent: S): Omit<S, keyof SentFacts> & { facts: TypedFacts | undefined } {
  const known = new Set<string>(FIELDS);
  const entries = Object.entries(sent);
  const came = entries.filter(([field, value]) => known.has(field) && value !== undefined);
  const rest = Object.fromEntries(entries.filter(([field]) => !known.has(field))) as Omit<S, keyof SentFacts>;
  return { ...rest, facts: came.length === 0 ? undefined : ticked(Object.fromEntries(came) as TypedFacts) };
}

/** Without the dates whose box is not ticked any more, so that a form which comes back has the others alone. */
function ticked({ [KEEP]: kept, ...facts }: TypedFacts): TypedFacts {
  if (kept === undefined) return facts;
  const stays = (_date: string, at: number): boolean => kept.includes(String(at + 1));
  return { ...facts, start: (facts['start'] ?? []).filter(stays), end: (facts['end'] ?? []).filter(stays) };
}

/** The kind whose form it is. */
export type FactsOf = ThreadFacts['of'];
