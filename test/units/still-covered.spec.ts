import { describe, expect, it } from '@jest/globals';
import { stillCovered } from '../../src/desk/undoing/still-covered.js';
import type { SaidDocument } from '../../src/submissions/documents/said-document.js';

const list = (...ids: string[]): SaidDocument[] =>
  ids.map((id) => ({ id, title: '', text: '', origin: 'other', from: '', nature: 'other', dated: null }));
const ids = (documents: SaidDocument[]): string => documents.map(({ id }) => id).join(' ');

describe('what the team has covered of the files of an author', () => {
  it.each([
    ['stays covered, also what was covered once more', [list('x', 'b'), list('y', 'b')], 'y b'],
    ['is what it was before where it was put back', [list('x', 'b'), list('a', 'b')], 'a b'],
    [
      'comes back covered, and in its place, where it was moved and left out',
      [list('x', 'b'), list('b', 'x'), list('b')],
      'x b',
    ],
    ['leaves what was only left out', [list('b')], 'a b'],
    ['is once in the list where one takes the place of two', [list('x')], 'x'],
  ])('%s', (_, since, then) => {
    expect(ids(stillCovered(list('a', 'b'), since))).toBe(then);
  });
});
