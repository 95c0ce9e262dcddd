import { z } from 'zod';
import { linkTarget } from '../../markup/link-target.js';
import { memberName } from '../../members/name.js';
import { newPassword } from '../../members/passwords.js';
import { LANGUAGES } from '../../visitors/visitor.js';
import { isEasy } from '../kit/easy-password.js';
import { emailField } from '../kit/email-field.js';

const name = z.string('required').trim().min(1, 'required').max(60, 'too-long');
const description = z.string().trim().max(200, 'too-long');
const timeZone = z.string().max(60).refine(isTimeZone, 'time-zone-unknown');
const words = z
  .string()
  .max(20_000, 'too-long')
  .transform((text) => text.replaceAll('\r\n', '\n').trim());

/** One https address a line, each written as browsers read it. */
const profiles = z
  .string()
  .max(2_000, 'too-long')
  .transform((text) => text.split('\n').map((line) => line.trim()))
  .transform((lines) => lines.filter((line) => line !== ''))
  .refine((lines) => lines.length <= 5 && lines.every(isProfile), 'profiles-wrong')
  .transform((lines) => lines.join('\n'));

/** What is left out keeps its value. */
export const siteFields = z.strictObject({
  name: name.optional(),
  description: description.optional(),
  language: z.enum(LANGUAGES, 'wrong-value').optional(),
  timeZone: timeZone.optional(),
  charter: words.optional(),
  contact: words.optional(),
  legal: words.optional(),
  profiles: profiles.optional(),
  licence: description.optional(),
});

export const setUpFields = z
  .strictObject({
    site: name,
    description: description.default(''),
    language: z.enum(LANGUAGES),
    timeZone,
    name: memberName,
    password: newPassword,
    email: emailField,
  })
  .refine((fields) => !isEasy(fields), { path: ['password'], message: 'password-common' });

function isProfile(line: string): boolean {
  return line.startsWith('https://') && (linkTarget(line)?.host ?? null) !== null;
}

function isTimeZone(name: string): boolean {
  try {
    return (
      /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
    );
  } catch {
    return false;
  }
}
