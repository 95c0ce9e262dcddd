import { z } from 'zod';
import { RULE_FIELDS, type TypedRule } from '../../administration/deadlines/typed-rule.js';

const typed = z.string().max(4_000).default('');
const rule = Object.fromEntries(RULE_FIELDS.map((field) => [field, typed])) as Record<keyof TypedRule, typeof typed>;

/** `seen` comes from the listing of what the change would change. */
export const sentRule = z.strictObject({ ...rule, seen: typed });
export type SentRule = z.infer<typeof sentRule>;

export const sentHolidays = z.strictObject({ country: typed, days: z.string().max(200_000).default(''), seen: typed });
export type SentHolidays = z.infer<typeof sentHolidays>;

export const rulePath = z.object({ id: z.string().regex(/^[1-9]\d{0,8}$/) });

export const lawQuery = z.strictObject({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  saved: z.string().max(10).optional(),
});
export type LawQuery = z.infer<typeof lawQuery>;

/** An empty form for a new rule. */
export const NEW_RULE: TypedRule = {
  ...(Object.fromEntries(RULE_FIELDS.map((field) => [field, ''])) as TypedRule),
  country: 'FR',
  binds: 'authority',
  counting: 'dates',
};
