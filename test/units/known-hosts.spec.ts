import { expect, test } from '@jest/globals';
import { KnownHosts } from '../../src/visitors/known-hosts.js';

const hosts = new KnownHosts({ publicUrl: 'https://forum.example.org', hosts: ['palabre.lan', 'abcdef.onion'] });

test('names that were given are known, with any port and in any case', () => {
  for (const host of [
    'forum.example.org',
    'FORUM.example.org:443',
    'forum.example.org.',
    'palabre.lan:3000',
    'abcdef.onion',
  ])
    expect([host, hosts.knows(host, { localAddress: '10.0.0.1' })]).toEqual([host, true]);
});

test('this machine is known to itself, and by the address that was connected to', () => {
  for (const host of ['localhost:3000', 'forum.localhost', '127.0.0.1:3000', '127.8.0.1', '[::1]:3000'])
    expect([host, hosts.knows(host, { localAddress: '10.0.0.1' })]).toEqual([host, true]);
  expect(hosts.knows('192.168.1.7:8080', { localAddress: '192.168.1.7' })).toBe(true);
  expect(hosts.knows('192.168.1.7:8080', { localAddress: '::ffff:192.168.1.7' })).toBe(true);
  expect(hosts.knows('[2001:DB8::0:7]', { localAddress: '2001:db8::7' })).toBe(true);
  expect(hosts.knows('192.168.1.8', { localAddress: '192.168.1.7' })).toBe(false);
});

test('nothing else is', () => {
  const strangers = [
    undefined,
    '',
    'evil.example',
    'forum.example.org.evil.example',
    'evil.example#forum.example.org',
    'forum.example.org@evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '1270.0.1',
    'forum.example.org/x',
  ];
  for (const host of strangers) expect([host, hosts.knows(host, { localAddress: '10.0.0.1' })]).toEqual([host, false]);
});
