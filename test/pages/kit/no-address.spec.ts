import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openWorld, type World } from '../../world.js';

/** Addresses for documentation: they occur nowhere by chance. */
const IPV4 = '203.0.113.77';
const IPV6 = '2001:db8:77:7::77';
const BROWSER = 'Navigateur-Reconnaissable/7.7';

const hashes = (text: string): string[] =>
  ['md5', 'sha1', 'sha256'].flatMap((kind) =>
    ['hex', 'base64', 'base64url'].map((form) =>
      createHash(kind)
        .update(text)
        .digest(form as 'hex'),
    ),
  );

/** Everything by which one could recognise who was here. */
const TRACES = [
  IPV4,
  '3405803853',
  'cb00714d',
  '203.0.113',
  Buffer.from(IPV4).toString('base64').replaceAll('=', ''),
  Buffer.from(IPV4).toString('hex'),
  ...hashes(IPV4),
  IPV6,
  '2001:db8:77',
  '20010db800770007',
  Buffer.from(IPV6).toString('hex'),
  ...hashes(IPV6),
  ...hashes('2001:db8:77:7'),
  BROWSER,
  ...hashes(BROWSER),
];
/** The machine that the test itself runs on; a page may name it, since it is the forum's address, too. */
const HERE = ['127.0.0.1', Buffer.from('127.0.0.1').toString('hex'), ...hashes('127.0.0.1')];

let world: World;
const written: string[] = [];
const seen: string[] = [];

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((part) => written.push(String(part)) > 0);
  world = await openWorld({ config: { proxies: ['127.0.0.1'], publicUrl: 'http://forum.example' } });
});
afterAll(async () => {
  jest.restoreAllMocks();
  await world.app.close();
  await world.db.owner.end();
});

async function live(address: string, name: string, thread: number): Promise<void> {
  const headers = {
    'x-forwarded-for': address,
    'user-agent': BROWSER,
    host: 'forum.example',
    origin: 'http://forum.example',
  };
  const guest = world.visitor();
  const member = world.visitor();
  const ask = async (answer: Promise<{ text: string; status: number; headers: Headers; location: string | null }>) => {
    const { text, headers: got, status, location } = await answer;
    seen.push(text, JSON.stringify([...got]));
    return { status, location };
  };
  for (const path of ['/', '/recent', `/thread/${thread}`, '/nothing', '/login', '/me'])
    await ask(guest.get(path, headers));
  const sent = await ask(
    guest.post(`/thread/${thread}/replies`, { text: `De ${name}`, name: '', key: `cle-${name}-abcdefghij` }, headers),
  );
  expect(sent.status).toBe(303);
  await ask(guest.get(sent.location ?? '', headers));
  expect((await ask(member.post('/register', { name, password: 'la cabane au fond du bois' }, headers))).status).toBe(
    200,
  );
  await ask(member.post('/login', { name, password: 'ce n’est pas le bon' }, headers));
  await ask(member.post('/login', { name, password: 'la cabane au fond du bois' }, headers));
  await ask(
    member.post(`/thread/${thread}/replies`, { text: `Encore de ${name}`, key: `cle-${name}-klmnopqrst` }, headers),
  );
  for (const path of ['/me', '/me/submissions', `/thread/${thread}`]) await ask(member.get(path, headers));
}

async function dump(): Promise<string> {
  const { rows: tables } = await world.db.owner.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
  );
  expect(tables.length).toBeGreaterThan(15);
  const parts = await Promise.all(
    tables.map(({ name }) =>
      world.db.owner.query<{ all: string | null }>(`select string_agg(t::text, chr(10)) as all from ${name} t`),
    ),
  );
  return parts.map(({ rows }) => rows[0]?.all ?? '').join('\n');
}

describe('nobody’s address', () => {
  it('stands in a table, on a page, in a header or in what the program writes', async () => {
    await world.category({ slug: 'ouverte' });
    const thread = await world.thread({ category: 'ouverte', title: 'Un sujet ouvert', text: 'Premier message' });
    await live(IPV4, 'Quatre', thread);
    await live(IPV6, 'Seize', thread);

    const tables = await dump();
    // What was done is there; who did it from where is not.
    expect(tables).toContain('De Quatre');
    expect(tables).toContain('Encore de Seize');
    expect(seen.join('\n')).toContain('Encore de Seize');
    const lower = tables.toLowerCase();
    for (const trace of [...TRACES, ...HERE])
      expect([trace, lower.includes(trace.toLowerCase())]).toEqual([trace, false]);
    for (const trace of TRACES) expect([trace, seen.some((text) => text.includes(trace))]).toEqual([trace, false]);

    // A forum that writes nothing would prove nothing: with its database gone it has something to say.
    await world.db.database.close();
    const lost = await world
      .visitor()
      .post(
        '/login',
        { name: 'Quatre-Vingt Secrets', password: 'la cabane au fond du bois' },
        { 'x-forwarded-for': IPV4, 'user-agent': BROWSER, origin: 'http://forum.example' },
      );
    expect(lost.status).toBe(503);
    const log = written.join('');
    expect(log).toContain('The database is away');
    for (const trace of [...TRACES, ...HERE, 'Quatre', 'cabane'])
      expect([trace, log.includes(trace)]).toEqual([trace, false]);
  });
});
