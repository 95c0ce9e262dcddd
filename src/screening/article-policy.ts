import type { VisibleArticle } from '../threads/visible.js';
import type { Policy } from './policy.js';

type Rules = Pick<VisibleArticle, 'policy' | 'firstHeld'>;

/**
 * Whom an article's section holds: its own policy goes before that of its site's category. Where members would be
 * published at once, the first comment of each is read all the same if the site wishes it; guests then are, too, since
 * nothing says whether they came before.
 */
export function policyOfArticle<P extends Pick<Policy, 'hold' | 'acceptedUntil'>>(category: P, article: Rules | null): P {
  if (article === null) return category;
  const own = article.policy === 'before' ? 'all' : article.policy === 'after' ? 'nobody' : category.hold;
  if (own === 'all' || own === category.hold && own === 'newcomers') return { ...category, hold: own };
  return article.firstHeld ? { ...category, hold: 'newcomers', acceptedUntil: 1 } : { ...category, hold: own };
}
