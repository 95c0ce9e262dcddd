import type { StateInline } from 'markdown-it';

const known = new WeakMap<StateInline, Map<string, number>>();

/**
 * Where a closer stands for the last time in the paragraph that is read, or -1. Asked before any search for it:
 * a thousand openers without a closer must not search to the end a thousand times.
 */
export function lastIndex(state: StateInline, closer: string): number {
  const answers = known.get(state) ?? new Map<string, number>();
  known.set(state, answers);
  const answer = answers.get(closer) ?? state.src.lastIndexOf(closer);
  answers.set(closer, answer);
  return answer;
}
