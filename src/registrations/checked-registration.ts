import { Invalid } from '../errors/errors.js';
import { cleanName, wrongSender } from '../submissions/checked.js';
import { cleanLine } from '../submissions/clean.js';
import { ANSWERS, MOST_PERSONS, type RegistrationAnswer, type Remind, REMINDS } from '../workshops/registering.js';

/** What a form of registration says, as it was typed. */
export interface TypedRegistration {
  /** The UUID of a part; empty for the whole workshop. */
  part: string;
  persons: string;
  answer: string;
  name: string;
  help: boolean;
  remind: readonly string[];
  email: string;
  mine: boolean;
}

/** The same, checked. */
export interface CheckedRegistration {
  part: string | null;
  persons: number;
  answer: RegistrationAnswer;
  name: string;
  help: boolean;
  remind: Remind[];
  email: string;
  mine: boolean;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/**
 * Checks all fields at once, so that whoever has typed them corrects them in one go. `wrong` has what was found wrong
 * before.
 *
 * @throws Invalid with a code for each wrong field
 */
export function checkedRegistration(
  typed: TypedRegistration,
  wrong: Record<string, string> = {},
): CheckedRegistration {
  const name = cleanName(typed.name);
  const email = cleanLine(typed.email);
  const part = typed.part.trim();
  const persons = typed.persons.trim() === '' ? 1 : Number(typed.persons);
  const answer = ANSWERS.find((each) => each === typed.answer);
  const remind = REMINDS.filter((each) => typed.remind.includes(each));
  const found: Record<string, string> = { ...wrong, ...wrongSender(name, email) };
  if (part !== '' && !isUuid(part)) found['part'] = 'part-unknown';
  if (!/^\d+$/.test(typed.persons.trim() || '1') || persons < 1 || persons > MOST_PERSONS)
    found['persons'] = 'persons-wrong';
  if (answer === undefined) found['answer'] = 'answer-wrong';
  if (typed.remind.some((each) => !REMINDS.some((known) => known === each))) found['remind'] = 'wrong';
  if (answer === undefined || Object.keys(found).length > 0) throw new Invalid(found);
  const { help, mine } = typed;
  return { part: part === '' ? null : part.toLowerCase(), persons, answer, name, help, remind, email, mine };
}
