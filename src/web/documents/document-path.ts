import { z } from 'zod';
import { documentId as id, wholeNumber } from '../kit/address-parts.js';

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
