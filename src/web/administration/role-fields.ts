import { z } from 'zod';

/** The number of a row, as it stands in an address or a form. */
export const rowId = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

/** The categories that a moderator is limited to: one tick is a text, several are a list. */
export const chosenCategories = z
  .union([rowId.transform((one) => [one]), z.array(rowId).max(500)], 'wrong-value')
  .default([]);
