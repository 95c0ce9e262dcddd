import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { PersonalActs } from '../../client/parts/personal-acts.js';
import { refusal } from '../screening/screen.js';
import type { FollowedSubmission } from '../submissions/followed.js';
import type { VisiblePost, VisibleThread } from '../threads/visible.js';
import type { Visitor } from '../visitors/visitor.js';
import type { Asker } from './page-cache/drawing.js';
import { Pages } from './pages.js';

/** The slots `acts-N`: what a member may do with their own posts, and a moderator of the category with each. */
@Injectable()
export class PostActs {
  constructor(private readonly pages: Pages) {}

  of(
    thread: VisibleThread, posts: readonly VisiblePost[], waiting: readonly FollowedSubmission[], { visitor, ui }: Asker,
  ): Record<string, string> {
    if (visitor.isGuest) return {};
    const moderates = visitor.moderatesCategory(thread.category.id);
    const mayEdit = refusal({ visitor, kind: 'edit', category: thread.category, article: thread.article, lastPostAt: thread.lastPostAt, locked: thread.locked, now: ui.dates.now }) === null;
    const slots: Record<string, string> = {};
    for (const post of posts) {
      const own = isOwn(visitor, post);
      if (!own && !moderates) continue;
      const stands = post.gone === null;
      const may = {
        edit: own && stands && mayEdit,
        withdraw: own && stands,
        // Their own posts moderators edit like everybody, without a reason.
        editByTeam: moderates && stands && !own,
        takeDown: moderates && stands,
        // Without a reason it is an acceptance that was undone: it returns by being accepted.
        move: moderates && post.gone?.how !== 'moved' && (post.number !== 1 || thread.article !== null),
        restore: moderates && post.gone?.how === 'taken-down' && post.gone.reason !== null,
      };
      const edit = waiting.find(({ kind, status, number }) => kind === 'edit' && status === 'waiting' && number === post.number);
      slots[`acts-${post.number}`] = this.pages.fragment(h(PersonalActs, { ui, post, may, waiting: own ? (edit ?? null) : null }));
    }
    return slots;
  }
}

/** Members' names are theirs alone, and a guest's post says that a guest wrote it, whatever the name. */
function isOwn(visitor: Visitor, post: VisiblePost): boolean {
  return post.author.role !== 'guest' && post.author.name === visitor.member?.name;
}
