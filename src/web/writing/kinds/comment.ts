import { h } from 'preact';
import { sectionAddress } from '../../../../client/kit/address.js';
import type { SignedWords } from '../../../../client/writing/section-box.js';
import { SectionPage } from '../../../../client/writing/section-page.js';
import type { VisibleArticle, VisibleCategory, VisibleThread } from '../../../threads/visible.js';
import { page } from '../../kit/answer.js';
import type { WritingKind } from '../writing-kind.js';
import { waitingIn } from './reply.js';

export interface SeenArticle {
  category: VisibleCategory;
  article: VisibleArticle;
  /** Null before the first comment is published. */
  thread: VisibleThread | null;
  replyTo: number | null;
  signed: SignedWords | null;
}

export const comment: WritingKind<SeenArticle> = {
  draft: ({ article: { site, identifier }, replyTo, signed }, typed) => ({
    ...typed,
    kind: 'comment',
    site,
    identifier,
    replyTo,
    ...signed,
  }),
  preview: ({ t: { write } }, { article, category, replyTo, signed }) => ({
    heading: write.youReplyTo,
    href: sectionAddress(article),
    words: article.title,
    category,
    article,
    titled: false,
    action: `${sectionAddress(article)}/comments`,
    draft: `comment:${article.site}:${article.identifier}`,
    hidden: { ...(replyTo === null ? {} : { replyTo }), ...signed },
  }),
  async form({ ui, writer, delay }, { category, article, thread, replyTo, signed }, { written, errors }) {
    const box = { writer, written, errors, refused: null };
    const usualDelay = await delay.get();
    return page(h(SectionPage, { ui, article, category, thread, box, replyTo, signed, usualDelay }));
  },
  waitsAt({ article, thread, signed }, submission) {
    if (thread !== null) return waitingIn(thread, submission);
    const words = signed === null ? '' : `?${new URLSearchParams({ ...signed }).toString()}`;
    return `${sectionAddress(article)}${words}#waiting-${submission}`;
  },
};
