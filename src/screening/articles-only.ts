import type { DoorPhase } from './phase.js';

/**
 * In the category of a site, nobody opens threads: only the first comment of an article that the site has signed does.
 */
export const articlesOnly: DoorPhase = ({ kind, category }) =>
  kind === 'thread' && category.ofArticles ? { refuse: 'articles-only' } : undefined;
