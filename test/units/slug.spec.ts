import { describe, expect, it } from '@jest/globals';
import { slugOf } from '../../src/publishing/slug.js';

describe('the slug of a title', () => {
  it('is folded to ASCII words', () => {
    expect(slugOf('42 caméras votées en conseil : où est l’étude d’impact ?')).toBe(
      '42-cameras-votees-en-conseil-ou-est-l-etude-d-impact',
    );
    expect(slugOf('Œuvre, cœur & Straße à Łódź')).toBe('oeuvre-coeur-strasse-a-lodz');
  });

  it('is never empty, whatever the alphabet', () => {
    expect(slugOf('監視カメラ')).toBe('sujet');
    expect(slugOf('???')).toBe('sujet');
  });

  it('is never a word that stands in the same place of an address', () => {
    expect(slugOf('Posts')).toBe('sujet-posts');
    expect(slugOf('Replies !')).toBe('sujet-replies');
    expect(['Share', 'Call', 'Workshop', 'Case'].map(slugOf)).toEqual([
      'sujet-share',
      'sujet-call',
      'sujet-workshop',
      'sujet-case',
    ]);
    expect(slugOf('Postsy')).toBe('postsy');
  });

  it('is at most 80 letters long, cut at a word where there is one', () => {
    expect(slugOf('mot '.repeat(35))).toBe('mot-'.repeat(20).slice(0, -1));
    expect(slugOf('x'.repeat(140))).toBe('x'.repeat(80));
  });
});
