import { Fragment, h, type VNode } from 'preact';

/**
 * A gap that the server fills for each visitor, so that the page around it is the same bytes for everyone of one
 * audience. A comment, not an element: an unfilled slot must leave nothing that could be seen or counted. It has a key
 * because the renderer unwraps a component's outermost fragment that has none, and loses the comment.
 */
export function Slot({ name }: { name: string }): VNode {
  const comment: Record<string, string> = { key: name, UNSTABLE_comment: `slot:${name}` };
  return h(Fragment, comment);
}
