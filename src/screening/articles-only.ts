import type { DoorPhase } from './phase.js';

/** A thread of a site's category is born with the first comment of an article, which the site has signed. */
export const articlesOnly: DoorPhase = ({ kind, category }) =>
  kind === 'thread' && category.ofArticles ? { refuse: 'articles-only' } : undefined;
