import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { h } from 'preact';
import type { Ui } from '../../../client/kit/ui.js';
import { PersonalActs, type PersonalActsProps } from '../../../client/threads/personal-acts.js';
import { refusal } from '../../screening/screen.js';
import { propertiesOf } from '../../submissions/kind.js';
import type { FollowedSubmission } from '../../submissions/followed.js';
import type { VisiblePost, VisibleThread } from '../../threads/visible.js';
import type { Asker } from '../kit/page-cache/drawing.js';
import { htmlOf } from '../kit/html-of.js';
import type { Fragment } from '../kit/page-cache/template.js';

/** Without a waiting edit they name nobody, so that they need not be forgotten. */
const usual = new LRUCache<string, string>({ max: 10_000 });

/** Drawn once for all who may do the same with this post. */
function usualActs(ui: Ui, post: VisiblePost, own: boolean, may: PersonalActsProps['may']): string {
  const key = [ui.language, post.thread, post.number, post.documents.length > 0, own, ...Object.values(may)].join();
  const known = usual.get(key);
  if (known !== undefined) return known;
  const acts = htmlOf(h(PersonalActs, { ui, post, own, may, waiting: null }));
  usual.set(key, acts);
  return acts;
}

/** The slots `acts-N`: what a member may do with their own posts, and a moderator of the category with each. */
@Injectable()
export class PostActs {
  of(
    thread: VisibleThread,
    posts: readonly VisiblePost[],
    waiting: readonly FollowedSubmission[],
    { visitor, ui }: Asker,
  ): Record<string, Fragment> {
    if (visitor.isGuest) return {};
    const moderates = visitor.moderatesCategory(thread.category.id);
    const mayEdit =
      refusal({
        visitor,
        kind: 'edit',
        category: thread.category,
        article: thread.article,
        lastPostAt: thread.lastPostAt,
        locked: thread.locked,
        now: ui.dates.now,
      }) === null;
    const slots: Record<string, Fragment> = {};
    for (const post of posts) {
      const own = visitor.wrote(post);
      const edit = waiting.find(
        ({ kind, status, number }) => propertiesOf(kind).changesPost && status === 'waiting' && number === post.number,
      );
      if (!own && !moderates && edit === undefined) continue;
      const stands = post.gone === null;
      const may = {
        edit: own && stands && mayEdit,
        withdraw: own && stands,
        // Moderators edit their own posts like everybody, without a reason.
        editByTeam: moderates && stands && !own,
        takeDown: moderates && stands,
        // A tombstone without a reason comes from an acceptance that was undone: accepting it again brings it back.
        move: moderates && post.gone?.how !== 'moved' && (post.number !== 1 || thread.article !== null),
        restore: moderates && post.gone?.how === 'taken-down' && post.gone.reason !== null,
      };
      const acts =
        edit === undefined
          ? usualActs(ui, post, own, may)
          : htmlOf(h(PersonalActs, { ui, post, own, may, waiting: edit }));
      // Whoever moderates sees the same below what others wrote.
      slots[`acts-${post.number}`] = own || edit !== undefined ? acts : { before: acts, own: '', after: '' };
    }
    return slots;
  }
}
