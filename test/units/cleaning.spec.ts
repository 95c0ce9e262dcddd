import { describe, expect, it } from '@jest/globals';
import { isolated } from '../../client/kit/isolated.js';
import { Invalid } from '../../src/errors/errors.js';
import { checked, checkedWords } from '../../src/submissions/checked.js';
import { cleanLine, cleanText } from '../../src/submissions/clean.js';
import { Visitor } from '../../src/visitors/visitor.js';
import { replyDraft, threadDraft } from '../desk-room.js';

function wrong(act: () => unknown): Record<string, string> {
  try {
    act();
  } catch (problem) {
    if (problem instanceof Invalid) return problem.fields;
    throw problem;
  }
  throw new Error('nothing was wrong');
}

describe('what people type', () => {
  it('is stored with composed accents and one way of ending lines', () => {
    expect(cleanText('  e\u0301te\u0301\r\nl\u2019automne\rfin \n')).toBe('été\nl’automne\nfin');
  });

  it('loses characters that cannot be printed, and keeps tabs and line ends', () => {
    expect(cleanText('a\u0000b\u001b[31mc\td\ne\u0085')).toBe('ab[31mc\td\ne');
    expect(cleanText('half an emoji \ud83d')).toBe('half an emoji \ufffd');
  });

  it('cannot turn a title around, nor break it over lines', () => {
    expect(cleanLine('Con\u202eseil\n municipal\u2066')).toBe('Conseil municipal');
  });

  it('carries at most eight marks on a letter, in a title and in a name as in a text', () => {
    const heaped = cleanLine(`Z\u0336${'\u0301'.repeat(200)}algo`);
    expect([heaped.match(/\p{M}/gu)?.length, heaped.endsWith('algo')]).toEqual([8, true]);
  });

  it('stands alone in a line of ours, where its letters run from right to left', () => {
    expect(isolated('שלום')).toBe('\u2068שלום\u2069');
    expect(isolated('Ada')).toBe('Ada');
    // What ends an isolation would let the rest out of it.
    expect(isolated('مرحبا\u2069\u202e 3')).toBe('\u2068مرحبا 3\u2069');
  });

  it('is measured in letters, after trimming', () => {
    expect(checkedWords('abc', '🌳🌳')).toEqual({ title: 'abc', text: '🌳🌳' });
    expect(wrong(() => checkedWords('ab ', ' a '))).toEqual({ title: 'title-length', text: 'text-length' });
    expect(wrong(() => checkedWords('t'.repeat(141), 'x'.repeat(20_001)))).toEqual({
      title: 'title-length',
      text: 'text-length',
    });
    expect(checkedWords('t'.repeat(140), '🌳'.repeat(20_000)).text).toHaveLength(40_000);
  });

  it('is empty when nothing of it can be seen', () => {
    for (const nothing of [
      '\u200b\u200b\u200d\u2060',
      '\u3164\u3164\u3164',
      '\u115f\u1160\u115f',
      '\u2800\u2800\u2800',
      '\u00ad\ufe0f\u034f',
      '&nbsp; &#160;&NonBreakingSpace;',
      '&#x200b;&zwj;',
    ])
      expect(wrong(() => checkedWords(nothing, nothing))).toEqual({ title: 'title-length', text: 'text-length' });
  });

  it('is a name with one letter, and none with a lone sign', () => {
    for (const name of ['K', '7', '月', '🌳'])
      expect(checked(replyDraft(1, 'Bonjour', { name }), Visitor.guest()).name).toBe(name);
    for (const name of ['.', '!?', '—'])
      expect(wrong(() => checked(replyDraft(1, 'Bonjour', { name }), Visitor.guest()))).toEqual({ name: 'name-sign' });
  });

  it('is no name when nothing of it can be seen: its author is nobody in particular', () => {
    for (const name of ['\u00ad\u00ad', '\u3164', '\u2800 \u2800'])
      expect(checked(replyDraft(1, 'Bonjour', { name }), Visitor.guest()).name).toBe('');
  });

  it('is checked all at once', () => {
    const draft = threadDraft('room', '', '', { name: 'n'.repeat(61), email: 'not an address', key: 'short' });
    expect(wrong(() => checked(draft, Visitor.guest()))).toEqual({
      title: 'title-length',
      text: 'text-length',
      name: 'name-length',
      email: 'email-wrong',
      key: 'key-wrong',
    });
  });

  it("carries the account's name for members, and no address, whatever the form says", () => {
    const ada = Visitor.of(
      { id: 1, name: 'Ada', role: 'member', language: null, acceptedCount: 0, moderates: [] },
      null,
    );
    expect(checked(replyDraft(1, 'Bonjour', { name: 'Eve', email: 'a@b.example' }), ada)).toMatchObject({
      name: 'Ada',
      email: '',
    });
  });

  it('has a title only where there is a place for one', () => {
    const edit = {
      kind: 'edit' as const,
      thread: 1,
      version: 0,
      text: 'Bonjour',
      title: 'X',
      name: '',
      email: '',
      key: 'k'.repeat(12),
      language: 'fr' as const,
    };
    expect(checked({ ...edit, number: 2 }, Visitor.guest()).title).toBeNull();
    expect(wrong(() => checked({ ...edit, number: 1 }, Visitor.guest()))).toEqual({ title: 'title-length' });
  });
});
