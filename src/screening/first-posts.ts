import type { Phase } from './phase.js';
import { holdFor } from './policy.js';

export const firstPosts: Phase = ({ visitor, kind, category }) => {
  const isNew = visitor.member !== null && visitor.member.acceptedCount < category.acceptedUntil;
  return isNew && holdFor(kind, category) === 'newcomers' ? { hold: 'newcomer' } : undefined;
};
