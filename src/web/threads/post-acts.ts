import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { PersonalActs } from '../../../client/threads/personal-acts.js';
import { refusal } from '../../screening/screen.js';
import { propertiesOf } from '../../submissions/kind.js';
import type { FollowedSubmission } from '../../submissions/followed.js';
import type { VisiblePost, VisibleThread } from '../../threads/visible.js';
import type { Asker } from '../kit/page-cache/drawing.js';
import { htmlOf } from '../kit/html-of.js';

/** The slots `acts-N`: what a member may do with their own posts, and a moderator of the category with each. */
@Injectable()
export class PostActs {
  of(
    thread: VisibleThread,
    posts: readonly VisiblePost[],
    waiting: readonly FollowedSubmission[],
    { visitor, ui }: Asker,
  ): Record<string, string> {
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
    const slots: Record<string, string> = {};
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
      slots[`acts-${post.number}`] = htmlOf(h(PersonalActs, { ui, post, own, may, waiting: edit ?? null }));
    }
    return slots;
  }
}
