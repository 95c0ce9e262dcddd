import { describe, expect, it } from '@jest/globals';
import { backPath } from '../../src/web/kit/back.js';

describe('where to go back to', () => {
  it.each(['/', '/recent', '/thread/12/un-sujet?page=2#post-40', '/user/L%C3%A9o'])(
    'is a path of this site: %s',
    (path) => {
      expect(backPath(path)).toBe(path);
    },
  );

  it.each([
    '',
    'recent',
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/..//evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e%2e//evil.example',
    'http:evil.example',
    '/\u0000/evil.example\\@',
  ])('is never another: %j', (text) => {
    const path = backPath(text);
    const target = new URL(path, 'https://forum.example/login');
    expect(target.origin).toBe('https://forum.example');
    expect(path).not.toMatch(/^\/[/\\]/);
  });
});
