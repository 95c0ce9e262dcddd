import { h } from 'preact';
import { categoryAddress } from '../../../../client/kit/address.js';
import { NewThreadPage } from '../../../../client/writing/new-thread-page.js';
import type { VisibleCategory } from '../../../threads/visible.js';
import { page } from '../../kit/answer.js';
import type { WritingKind } from '../writing-kind.js';

export interface SeenCategory {
  category: VisibleCategory;
}

export const thread: WritingKind<SeenCategory> = {
  draft: ({ category }, typed) => ({
    ...typed,
    kind: 'thread',
    category: category.slug,
    title: typed.title ?? '',
  }),
  preview: ({ t: { write } }, { category }) => ({
    heading: write.youOpenIn,
    href: categoryAddress(category),
    words: category.name,
    category,
    article: null,
    titled: true,
    action: `/category/${category.slug}/threads`,
    draft: `thread:${category.slug}`,
    hidden: {},
  }),
  form: ({ ui, writer }, { category }, { written, errors }) =>
    Promise.resolve(page(h(NewThreadPage, { ui, category, writer, written, errors }))),
  waitsAt: (_target, submission) => `/me/submissions/${submission}`,
};
