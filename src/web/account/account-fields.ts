import { z } from 'zod';
import { memberName } from '../../members/name.js';
import { newPassword } from '../../members/passwords.js';
import { back } from '../kit/back.js';
import { isEasy } from '../kit/easy-password.js';
import { emailField } from '../kit/email-field.js';

/**
 * A name or a password as somebody types it: any text is accepted, because a precise error would tell which names are
 * possible.
 */
const typed = z.string('required').min(1, 'required').max(200, 'too-long');

export const logInFields = z.strictObject({ name: typed, password: typed, back });

export const registerFields = z
  .strictObject({ name: memberName, password: newPassword, email: emailField, back })
  .refine((fields) => !isEasy(fields), { path: ['password'], message: 'password-common' });

export const recoveryFields = z
  .strictObject({ name: typed, code: typed, password: newPassword })
  .refine((fields) => !isEasy(fields), { path: ['password'], message: 'password-common' });
