import type { DoorPhase } from './phase.js';

/**
 * The section of an article that takes no more comments: by its policy, by the article's age, or because it is gone.
 * Edits stay possible.
 */
export const sectionClosed: DoorPhase = ({ kind, article, visitor, now }) => {
  if (article === null || kind === 'edit') return undefined;
  if (article.removed) return { refuse: 'article-removed' };
  if (article.policy === 'closed') return { refuse: 'section-closed' };
  if (article.closesAt !== null && now >= article.closesAt) return { refuse: 'section-over' };
  return article.policy === 'members' && visitor.isGuest ? { refuse: 'section-members' } : undefined;
};
