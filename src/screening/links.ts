import type { Phase } from './phase.js';

/** More than a message needs to show where its facts come from. */
export const MOST_LINKS = 4;

export const links: Phase = (context) => (context.links > MOST_LINKS ? { hold: 'links' } : undefined);
