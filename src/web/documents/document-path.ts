import { z } from 'zod';
import { wholeNumber } from '../kit/address-parts.js';

/** One spelling alone: another one of the same id would be another address of the same bytes. */
const id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

export const documentPath = z.strictObject({ id });
export const namedPath = z.strictObject({ id, slug: z.string().max(200) });
export const filePath = z.strictObject({ id, name: z.string().max(200) });
export const drawnPath = z.strictObject({
  id,
  page: z
    .string()
    .regex(/^[1-9]\d{0,3}\.jpg$/)
    .transform((name) => Number(name.slice(0, -4))),
});
export const pageQuery = z.object({ page: wholeNumber.optional() });

export type DocumentPath = z.infer<typeof documentPath>;
export type NamedPath = z.infer<typeof namedPath>;
export type FilePath = z.infer<typeof filePath>;
export type DrawnPath = z.infer<typeof drawnPath>;
export type PageQuery = z.infer<typeof pageQuery>;
