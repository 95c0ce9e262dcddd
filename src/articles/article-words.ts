import { z } from 'zod';

const LONGEST_ADDRESS = 2000;
// Control characters and those that turn the reading direction round: an identifier or a title is one line as it is
// read.
const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/u;

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

// A dot or two would be read as a step in the path, and these names are those of files beside the sections.
const NOT_A_NAME = new Set(['.', '..', 'comments.xml', 'counts.json']);

export const identifier = z
  .string()
  .min(1)
  .max(200)
  .regex(ONE_LINE)
  .refine((text) => !NOT_A_NAME.has(text));
export const articleTitle = z
  .string()
  .min(1)
  .max(300)
  .regex(ONE_LINE)
  .refine((title) => title.trim() !== '');
export const articleUrl = z.string().max(LONGEST_ADDRESS).regex(ONE_LINE).refine(isAddress);

/**
 * What a site says of one of its articles. No value may contain a line break: the signature is made over the values
 * joined by line breaks (signature.ts), and must not fit any other values.
 */
export const articleWords = z.strictObject({
  site: z.string().max(60),
  identifier,
  title: articleTitle,
  url: articleUrl,
});

export type ArticleWords = z.infer<typeof articleWords>;
