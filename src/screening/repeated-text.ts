import type { Phase } from './phase.js';

export const repeatedText: Phase = ({ kind, facts }) =>
  kind !== 'edit' && kind !== 'proposal' && facts.sentBefore ? { hold: 'repeated' } : undefined;
