import { z } from 'zod';

export const emailField = z
  .string()
  .trim()
  .max(254, 'email-wrong')
  .refine((address) => address === '' || z.email().safeParse(address).success, 'email-wrong')
  .default('');
