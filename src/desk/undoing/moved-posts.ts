import { z } from 'zod';
import type { LoggedDecision } from './undoing.js';

const places = z.object({
  to: z.number(),
  numbers: z.array(z.number()),
  become: z.array(z.number()),
  pinnedAt: z.number().optional(),
});

/** Where posts went, as the log has it. */
export type MovedPosts = z.infer<typeof places>;

export function movedPosts({ detail }: Pick<LoggedDecision, 'detail'>): MovedPosts {
  return places.parse(detail);
}
