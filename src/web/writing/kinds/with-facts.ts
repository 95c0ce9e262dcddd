import { h } from 'preact';
import { categoryAddress } from '../../../../client/kit/address.js';
import { NewFactsPage } from '../../../../client/writing/new-facts-page.js';
import { openedKind } from '../../../../client/writing/opened-kind.js';
import type { VisibleCategory } from '../../../threads/visible.js';
import { page } from '../../kit/answer.js';
import type { FactsOf } from '../facts-fields.js';
import type { WritingKind } from '../writing-kind.js';

/** The category in which a thread with facts is to open. */
export interface SeenFactsCategory {
  category: VisibleCategory;
}

/** A new thread that says more than words: the same pages for each kind, each with its own words and fields. */
export function withFacts(
  kind: FactsOf,
  more: Pick<WritingKind<SeenFactsCategory>, 'beside'> = {},
): WritingKind<SeenFactsCategory> {
  return {
    ...more,
    draft: ({ category }, typed) => ({
      ...typed,
      kind,
      category: category.slug,
      title: typed.title ?? '',
      facts: typed.facts ?? {},
    }),
    preview: (ui, { category }) => ({
      heading: openedKind(ui, kind).title,
      href: categoryAddress(category),
      words: category.name,
      category,
      opens: kind,
      titled: true,
      action: `/category/${category.slug}/${openedKind(ui, kind).path}`,
      draft: `${kind}:${category.slug}`,
      hidden: {},
      article: null,
    }),
    form: ({ ui, writer }, { category }, { written, errors }) =>
      Promise.resolve(page(h(NewFactsPage, { ui, of: kind, category, writer, written, errors }))),
    waitsAt: (_target, submission) => `/me/submissions/${submission}`,
  };
}
