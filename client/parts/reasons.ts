import type { Reason } from '../../src/desk/reasons.js';

/** In the order in which the desk offers them. Types only may cross from src, so the list is spelled here and checked against it. */
export const REASONS: Reason[] = ['off-topic', 'personal-data', 'insult', 'unsourced', 'advertising', 'other'];
