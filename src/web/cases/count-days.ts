import { z } from 'zod';
import { COUNT_FIELDS, type CountField } from '../../../client/cases/count-form.js';
import { isDay } from '../../clock/day.js';
import { predecessorOf, type Happened, type StepKind } from '../../deadlines/step-kind.js';
import { Invalid } from '../../errors/errors.js';

const day = z.union([z.string().max(40), z.array(z.string().max(40)).max(9)]).optional();

export const countQuery = z.strictObject({
  sent: day,
  received: day,
  refused: day,
  referred: day,
  registered: day,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});
export type CountQuery = z.infer<typeof countQuery>;

const STEPS: Record<CountField, Pick<Happened, 'kind' | 'outcome'>> = {
  sent: { kind: 'request', outcome: null },
  received: { kind: 'receipt', outcome: null },
  refused: { kind: 'answer', outcome: 'refusal' },
  referred: { kind: 'cada', outcome: null },
  registered: { kind: 'cada-number', outcome: null },
};

/** What was typed, for the form that comes back; of a field that came twice, nothing. */
export function typedDays(query: CountQuery): Partial<Record<CountField, string>> {
  const typed = COUNT_FIELDS.map((field) => [field, query[field]] as const);
  return Object.fromEntries(typed.filter(([, text]) => typeof text === 'string'));
}

/** The steps that these days are. @throws Invalid with a code for each field */
export function stepsOfDays(query: CountQuery): Happened[] {
  const wrong: Partial<Record<CountField, string>> = {};
  const given = COUNT_FIELDS.filter((field) => query[field] !== undefined && query[field] !== '');
  for (const field of given) {
    const text = query[field];
    if (typeof text !== 'string') wrong[field] = 'sent-twice';
    else if (!isDay(text.trim())) wrong[field] = 'day-wrong';
    else if (isTooEarly(field)) wrong[field] = 'step-before';
  }
  if (given.length === 0) wrong.sent = 'day-needed';
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  return given.map((field) => ({ ...STEPS[field], dated: String(query[field]).trim() }));

  /** Nothing comes before what it follows, nor before what that follows. */
  function isTooEarly(field: CountField): boolean {
    const own = String(query[field]).trim();
    let kind: StepKind | null = predecessorOf(STEPS[field].kind);
    for (; kind !== null; kind = predecessorOf(kind)) {
      const before = COUNT_FIELDS.find((each) => STEPS[each].kind === kind);
      const text = before === undefined ? undefined : query[before];
      if (typeof text === 'string' && isDay(text.trim()) && own < text.trim()) return true;
    }
    return false;
  }
}
