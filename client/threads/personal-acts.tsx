import type { FollowedSubmission } from '../../src/submissions/followed.js';
import type { VisiblePost } from '../../src/threads/visible.js';
import type { Ui } from '../kit/ui.js';
import { WithdrawForm } from '../kit/withdraw-form.js';
import { WaitingEdit } from '../writing/waiting-post.js';

export interface PersonalActsProps {
  ui: Ui;
  post: VisiblePost;
  /** Whether the visitor is its author, who is not offered to report it. */
  own: boolean;
  may: { edit: boolean; withdraw: boolean; editByTeam: boolean; takeDown: boolean; restore: boolean; move: boolean };
  /** The visitor's own edit of this post, while it waits. */
  waiting: FollowedSubmission | null;
}

/** The slot `acts-N` under a post: what this one visitor may do with it. */
export function PersonalActs({ ui, post, own, may, waiting }: PersonalActsProps) {
  const { write, desk } = ui.t;
  const address = `/thread/${post.thread}/posts/${post.number}`;
  return (
    <>
      {own && <span data-own hidden />}
      {may.edit && (
        <a class="q" href={`${address}/edits/new`}>
          {write.edit}
          <span class="vh">{write.editWhat(post.number)}</span>
        </a>
      )}{' '}
      {may.withdraw && (
        <WithdrawForm
          ui={ui}
          action={`${address}/withdrawal`}
          what={write.withdrawWhat(post.number)}
          warning={
            post.documents.length === 0
              ? write.withdrawPublished
              : [write.withdrawPublished, write.withdrawFiles].join(' ')
          }
        />
      )}{' '}
      {may.editByTeam && (
        <a class="q team" href={`/desk${address}/correction`}>
          {ui.t.people.edit}
          <span class="vh">{desk.actWhat(post.number)}</span>
        </a>
      )}{' '}
      {may.takeDown && (
        <a class="q team" href={`/desk${address}/removal`}>
          {desk.takeDown}
          <span class="vh">{desk.actWhat(post.number)}</span>
        </a>
      )}{' '}
      {may.restore && (
        <a class="q team" href={`/desk${address}/restoration`}>
          {desk.restore}
          <span class="vh">{desk.actWhat(post.number)}</span>
        </a>
      )}{' '}
      {may.move && (
        <a class="q team" href={`/desk/thread/${post.thread}/move?from=${post.number}`}>
          {ui.t.moving.movePost}
          <span class="vh">{desk.actWhat(post.number)}</span>
        </a>
      )}{' '}
      {waiting !== null && <WaitingEdit ui={ui} submission={waiting} />}
    </>
  );
}
