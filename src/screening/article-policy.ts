import type { VisibleArticle } from '../threads/visible.js';
import type { Policy } from './policy.js';

type Rules = Pick<VisibleArticle, 'policy' | 'firstHeld'>;

/**
 * Whom an article's section holds: its own policy is stronger than that of its site's category. Where members would be
 * published at once, the site may still have the first comment of each held; guests are then always held, because
 * nobody knows whether they wrote before.
 */
export function policyOfArticle<P extends Pick<Policy, 'hold' | 'acceptedUntil'>>(
  category: P,
  article: Rules | null,
): P {
  if (article === null) return category;
  const own = article.policy === 'before' ? 'all' : article.policy === 'after' ? 'nobody' : category.hold;
  if (own === 'all' || (own === category.hold && own === 'newcomers')) return { ...category, hold: own };
  return article.firstHeld ? { ...category, hold: 'newcomers', acceptedUntil: 1 } : { ...category, hold: own };
}
