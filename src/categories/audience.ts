import type { Audience } from '../threads/visible.js';

const WIDENING: readonly Audience[] = ['everyone', 'members', 'staff'];

/** The audiences whose categories somebody of `audience` may read: their own and every narrower right. */
export function audiencesOf(audience: Audience): Audience[] {
  return WIDENING.slice(0, WIDENING.indexOf(audience) + 1);
}
