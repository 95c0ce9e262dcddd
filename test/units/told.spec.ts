import { createSecretKey, type KeyObject } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { rss } from '../../client/kit/rss.js';
import { asHtml, escaped } from '../../client/kit/xml.js';
import { readConfig } from '../../src/config/read-config.js';
import {
  addressKey,
  confirmationToken,
  mailToken,
  registrationMailToken,
  type Stop,
  stopOf,
  stopToken,
} from '../../src/notices/keys.js';
import { isStillSo, toldOf } from '../../src/notices/told.js';

const secretOf = (byte: number): KeyObject => createSecretKey(Buffer.alloc(32, byte));
const SECRET = secretOf(3);

describe('what an author is told', () => {
  it.each([
    ['accept', 'reply', null, 'published'],
    ['edit-and-accept', 'thread', null, 'published-edited'],
    ['accept', 'edit', null, 'edit-published'],
    ['accept', 'profile', null, 'edit-published'],
    ['refuse', 'reply', null, 'refused'],
    ['spam', 'thread', null, 'refused'],
    ['return', 'edit', null, 'returned'],
    ['accept', 'appeal', null, 'appeal-granted'],
    ['refuse', 'appeal', null, 'appeal-confirmed'],
    ['return', 'appeal', null, null],
    ['take-down', null, null, 'taken-down'],
    ['take-down', 'report', null, 'taken-down'],
    ['restore', null, null, 'restored'],
    ['team-edit', null, null, 'team-edited'],
    // Readers' reports and what a moderator says first are no affair of the author's.
    ['keep', 'report', null, null],
    ['refuse', 'report', null, null],
    ['agree', 'reply', null, null],
    ['publish', 'reply', null, null],
    ['withdraw', 'reply', null, null],
    ['undo', 'reply', 'refuse', 'waits-again'],
    ['undo', null, 'take-down', 'restored'],
    ['undo', 'report', 'take-down', 'restored'],
    ['undo', 'report', 'keep', null],
    ['undo', 'appeal', 'refuse', null],
    ['undo', null, 'restore', 'taken-down'],
    ['undo', 'reply', 'agree', null],
  ] as const)('of %s about %s (undoing %s) is %s', (decision, about, undid, told) => {
    expect(toldOf(decision, about, undid)).toBe(told);
  });

  it.each([
    ['published', { status: 'published', stands: true, gone: null }, true],
    ['published', { status: 'published', stands: false, gone: 'taken-down' }, false],
    ['published', { status: 'published', stands: null, gone: null }, true],
    ['returned', { status: 'waiting', stands: null, gone: null }, false],
    ['refused', { status: 'spam', stands: null, gone: null }, true],
    ['refused', { status: 'withdrawn', stands: null, gone: null }, false],
    ['taken-down', { status: 'published', stands: false, gone: 'withdrawn' }, false],
    ['waits-again', { status: 'published', stands: true, gone: null }, false],
    ['restored', { status: 'withdrawn', stands: false, gone: 'withdrawn' }, false],
    ['appeal-confirmed', { status: 'refused', stands: null, gone: null }, true],
  ] as const)('%s with %p is still so: %p', (told, standing, so) => {
    expect(isStillSo(told, standing)).toBe(so);
  });
});

describe('keys of letters', () => {
  it('are one for an address however it is typed, and another one for every other', () => {
    const key = (address: string): string => addressKey(SECRET, address).toString('hex');
    expect(new Set(['a.b@x.org', 'A.B@X.ORG', 'a.b+forum@x.org', 'a.b+x+y@X.org'].map(key)).size).toBe(1);
    expect(new Set(['a.b@x.org', 'ab@x.org', 'a.b@y.org'].map(key)).size).toBe(3);
    expect(key('a@x.org')).not.toBe(addressKey(secretOf(4), 'a@x.org').toString('hex'));
  });

  it('open one thing each: a token for one purpose, message or address is none for another', () => {
    const at = new Date('2026-11-22T14:00:00Z');
    const tokens = [
      confirmationToken(SECRET, 'a@x.org', at),
      confirmationToken(SECRET, 'a@x.org', new Date(at.getTime() + 1)),
      confirmationToken(SECRET, 'b@x.org', at),
      mailToken(SECRET, '00000000-0000-4000-8000-000000000000', 'a@x.org'),
      mailToken(SECRET, '00000000-0000-4000-8000-000000000000', 'b@x.org'),
      registrationMailToken(SECRET, '00000000-0000-4000-8000-000000000000', 'b@x.org'),
    ];
    expect(new Set(tokens).size).toBe(tokens.length);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{32}$/);
  });

  it('that stop letters say what they stop, and nothing when a letter of them was changed', () => {
    const stops: Stop[] = [
      { of: 'submission', submission: 'a8098c1a-f86e-8d1b-8ad3-0242ac120002' },
      { of: 'registration', registration: 'a8098c1a-f86e-8d1b-8ad3-0242ac120002' },
      { of: 'member', member: 12, kind: 'answered' },
      { of: 'address', key: addressKey(SECRET, 'a@x.org') },
    ];
    for (const stop of stops) {
      const token = stopToken(SECRET, stop);
      expect(token).toMatch(/^[\w-]{34,90}$/);
      expect(stopOf(SECRET, token)).toEqual(stop);
      expect(stopOf(secretOf(4), token)).toBeNull();
      for (let at = 0; at < token.length; at++)
        expect(
          stopOf(SECRET, `${token.slice(0, at)}${token[at] === 'x' ? 'y' : 'x'}${token.slice(at + 1)}`),
        ).toBeNull();
    }
    for (const odd of ['', 'x', 'A'.repeat(33), `${'é'.repeat(32)}m1-decided`]) expect(stopOf(SECRET, odd)).toBeNull();
  });
});

describe('the settings of mail', () => {
  it('come together or not at all', () => {
    expect(readConfig({}).mail).toBeNull();
    expect(
      readConfig({ SMTP_URL: 'smtps://me:secret@mail.example:465', MAIL_FROM: 'forum@example.org' }).mail,
    ).toEqual({ url: 'smtps://me:secret@mail.example:465', from: 'forum@example.org' });
    for (const half of [{ SMTP_URL: 'smtp://mail.example' }, { MAIL_FROM: 'forum@example.org' }])
      expect(() => readConfig(half)).toThrow('need each other');
  });
});

describe('a feed', () => {
  it('stays readable whatever a text holds', () => {
    expect(escaped('a<b>&"\'\u0000\u0008\ufffe\ud800c]]>')).toBe('a&lt;b&gt;&amp;&quot;&apos;\ufffdc]]&gt;');
    const at = new Date('2026-11-22T14:00:00Z');
    const xml = rss({
      title: '<x>',
      link: 'https://x.example/?a=1&b=2',
      about: '',
      language: 'fr',
      items: [
        {
          title: 'A & B',
          link: 'https://x.example/1',
          guid: 'https://x.example/1',
          at,
          html: `<p>${asHtml('1 < 2')}</p>`,
          by: 'Zoé',
        },
      ],
    });
    expect(xml).toContain('<title>&lt;x&gt;</title><link>https://x.example/?a=1&amp;b=2</link>');
    expect(xml).toContain(
      '<guid isPermaLink="true">https://x.example/1</guid><pubDate>Sun, 22 Nov 2026 14:00:00 GMT</pubDate><dc:creator>Zoé</dc:creator>',
    );
    expect(xml).toContain('<description>&lt;p&gt;1 &amp;lt; 2&lt;/p&gt;</description>');
  });
});
