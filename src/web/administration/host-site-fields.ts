import { z } from 'zod';
import { wholeNumber } from '../kit/address-parts.js';

const typed = z.string().default('');
// Browsers end the lines of a textarea with both.
const lines = typed.transform((text) => text.replaceAll('\r\n', '\n'));

const site = { name: typed, origins: lines, threading: typed, closesAfter: typed, firstHeld: typed, licence: typed };

export const sentHostSite = z.strictObject(site);
export const sentNewHostSite = z.strictObject({ ...site, slug: typed });
export const sentArticle = z.strictObject({ identifier: typed, title: typed, url: typed, dated: typed });
export const sentArticleChange = z.strictObject({
  title: typed,
  url: typed,
  dated: typed,
  policy: typed,
  removed: typed,
});
export const sentFeed = z.strictObject({ xml: lines, naming: typed });
export const sentAlias = z.strictObject({ alias: typed });
export const sentMerge = z.strictObject({ into: typed });
export const nothingSent = z.strictObject({});

export const hostSitePath = z.object({ site: z.string().max(60) });
export const hostArticlePath = z.object({ site: z.string().max(60), id: wholeNumber });
export const hostSiteQuery = z.object({
  q: z.string().max(200).default(''),
  before: wholeNumber.optional(),
  saved: z.literal('yes').optional(),
  added: wholeNumber.optional(),
  skipped: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .optional(),
});
