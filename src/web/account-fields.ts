import { z } from 'zod';
import { memberName } from '../members/name.js';
import { nameKey } from '../members/name-key.js';
import { newPassword } from '../members/passwords.js';
import { back } from './back.js';

/** What somebody types to prove who they are: any text, since a precise answer would tell what a name may be. */
const typed = z.string('required').min(1, 'required').max(200, 'too-long');

export const emailField = z
  .string()
  .trim()
  .max(254, 'email-wrong')
  .refine((address) => address === '' || z.email().safeParse(address).success, 'email-wrong')
  .default('');

/** The ones that everybody tries first, and that are long enough. */
const COMMON = /^(.)\1+$|^(?:0?123456789?0?)+$|^(?:azerty|qwerty|motdepasse|password)/i;

interface Named {
  name: string;
  password: string;
}

function isEasy({ name, password }: Named): boolean {
  return COMMON.test(password) || nameKey(password) === nameKey(name);
}

export const logInFields = z.strictObject({ name: typed, password: typed, back });

export const registerFields = z
  .strictObject({ name: memberName, password: newPassword, email: emailField, back })
  .refine((fields) => !isEasy(fields), { path: ['password'], message: 'password-common' });

export const recoveryFields = z
  .strictObject({ name: typed, code: typed, password: newPassword })
  .refine((fields) => !isEasy(fields), { path: ['password'], message: 'password-common' });

export const setUpFields = z
  .strictObject({
    site: z.string('required').trim().min(1, 'required').max(60, 'too-long'),
    description: z.string().trim().max(200, 'too-long').default(''),
    language: z.enum(['fr', 'en']),
    timeZone: z.string().max(60).refine(isTimeZone, 'time-zone-unknown'),
    name: memberName,
    password: newPassword,
    email: emailField,
  })
  .refine((fields) => !isEasy(fields), { path: ['password'], message: 'password-common' });

function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
