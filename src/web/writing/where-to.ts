import { postAddress } from '../../../client/kit/address.js';
import type { Submitted } from '../../submissions/draft.js';
import type { Visitor } from '../../visitors/visitor.js';
import { type SeenTarget, writingOf } from './kinds.js';

/** Where somebody is led after sending: to where they see what became of it. */
export function whereTo(visitor: Visitor, target: SeenTarget, { token, submission, published }: Submitted): string {
  // A guest needs the follow page even when the post is public already, having no other way to find it.
  if (visitor.isGuest) return `/follow/${token}`;
  if (published !== null) return `${postAddress(published.thread, published.number)}?sent=${published.number}`;
  return writingOf(target).waitsAt(target, submission);
}
