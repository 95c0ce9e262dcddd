import { z } from 'zod';
import { Invalid } from '../../errors/errors.js';
import { wholeNumber } from '../kit/address-parts.js';

const action = z.enum(['look', 'do'], 'wrong-value').default('look');
const slug = z.string().max(200);
const typed = z.string().max(2000).default('');
const answer = z.enum(['yes', 'no'], 'wrong-value');

export const sentLock = z.strictObject({ locked: answer });
export const sentPin = z.strictObject({ pinned: answer });
export const sentCategory = z.strictObject({ from: slug, category: slug, action });
export const sentMerge = z.strictObject({ to: typed, action });

export const sentMove = z.strictObject({
  // One tick is a text, several are a list.
  number: z.union([wholeNumber.transform((one) => [one]), z.array(wholeNumber).max(500)]).default([]),
  follow: z
    .literal('yes')
    .optional()
    .transform((ticked) => ticked !== undefined),
  where: z.enum(['thread', 'new'], 'wrong-value'),
  to: typed,
  title: typed,
  category: typed,
  action,
});

/** A number, or an address as somebody copied it. @throws Invalid for the field `to`. */
export function targetThread(to: string): number {
  const [, id = ''] = /^(?:.*\/thread\/)?([1-9]\d{0,8})(?!\d)/.exec(to.trim()) ?? [];
  if (id === '') throw new Invalid({ to: 'thread-unknown' });
  return Number(id);
}

export type SentLock = z.infer<typeof sentLock>;
export type SentPin = z.infer<typeof sentPin>;
export type SentCategory = z.infer<typeof sentCategory>;
export type SentMerge = z.infer<typeof sentMerge>;
export type SentMove = z.infer<typeof sentMove>;
