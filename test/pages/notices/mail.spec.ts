import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readConfig } from '../../../src/config/read-config.js';
import { hashOf } from '../../../src/submissions/token-hash.js';
import { Visitor } from '../../../src/visitors/visitor.js';
import { MailRoom, ORIGIN, WORDS } from '../../mail-room.js';
import type { Arrived } from '../../mail-sink.js';
import { until } from '../../until.js';

const DAY = 86_400_000;

let room: MailRoom;
const logged: string[] = [];

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((part) => logged.push(String(part)) > 0);
  room = await MailRoom.open();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await room.close();
});
beforeEach(() => room.settled());
afterEach(() => void room.sent.splice(0));

describe('an address', () => {
  it('is asked about once, in a letter that says who wrote nothing and carries nothing of anybody', async () => {
    const email = room.address();
    await room.reply(Visitor.guest(), { email, thread: await room.thread() });
    await room.settled();
    expect(room.sent).toHaveLength(1);
    const [letter] = room.sent as [Arrived];
    expect(letter.to).toEqual([email]);
    const { headers } = letter;
    expect(headers.get('from')).toBe('Palabre <forum@palabre.example>');
    expect(headers.get('to')).toBe(email);
    expect(headers.get('message-id')).toMatch(/^<[0-9a-f-]{36}@forum\.palabre\.example>$/);
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('list-unsubscribe')).toMatch(
      /^<https:\/\/forum\.palabre\.example\/mail\/[\w-]+\/unsubscribe>$/,
    );
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(headers.get('content-type')).toMatch(/^text\/plain; charset=utf-8/);
    expect(letter.text).toContain('ouvrez cette page et confirmez-le');
    expect(letter.raw).not.toContain(WORDS);
    expect(letter.text.replaceAll(ORIGIN, '')).not.toMatch(/https?:|</);
  });

  it('is confirmed by the button and by no link that is opened; before that nothing else is sent to it', async () => {
    const email = room.address();
    const { id } = await room.reply(Visitor.guest(), { email, thread: await room.thread() });
    await room.settled();
    const [path = ''] = room.sent[0]?.paths ?? [];
    for (const method of ['get', 'get'] as const) expect((await room.world.visitor()[method](path)).status).toBe(200);
    await room.decide(id, 'refuse');
    await room.settled();
    expect(room.sent).toHaveLength(1);
    expect(
      await room.rows('select 1 from desk.submission where id = $1 and email_confirmed_at is not null', [id]),
    ).toEqual([]);
    const confirmed = await room.world.visitor().post(path, { item: id });
    const follow = confirmed.html().querySelector('main a')?.getAttribute('href') ?? '';
    expect((await room.world.visitor().get(follow)).text).toContain('n’a pas été publié');
  });

  it('gets one such letter a day, whoever types it and however; its link is good for all of them and for three days', async () => {
    const email = room.address();
    const where = await room.thread();
    await room.reply(Visitor.guest(), { email, thread: where });
    await room.settled();
    await room.reply(Visitor.guest(), { email, thread: where, text: 'Un autre mot.' });
    await room.reply(Visitor.guest(), {
      email: email.replace('@', '+encore@').toUpperCase(),
      thread: where,
      text: 'Un mot de plus.',
    });
    await room.world.visitor(room.alma.cookie).post('/me/mail', { email });
    await room.settled();
    expect(room.sent).toHaveLength(1);
    const [path = ''] = room.sent[0]?.paths ?? [];
    expect((await room.world.visitor().get(path)).html().querySelectorAll('input[name="item"]')).toHaveLength(3);
    room.world.clock.advance(DAY);
    await room.reply(Visitor.guest(), { email, thread: where, text: 'Le lendemain.' });
    await room.settled();
    expect(room.sent).toHaveLength(2);
    expect((await room.world.visitor().get(path)).status).toBe(404);
    room.world.clock.advance(3 * DAY);
    expect((await room.world.visitor().get(room.sent[1]?.paths[0] ?? '')).status).toBe(404);
    await room.world.visitor(room.alma.cookie).post('/me/mail', { email: '' });
  });

  it('is asked about when an account is made with it, too', async () => {
    const email = room.address();
    expect(
      (await room.world.visitor().post('/register', { name: 'Zoé', password: 'la cabane au fond du bois', email }))
        .status,
    ).toBe(200);
    await room.settled();
    expect(room.sent.map(({ to }) => to)).toEqual([[email]]);
    expect((await room.world.visitor().get(room.sent[0]?.paths[0] ?? '')).text).toContain('Zoé');
  });

  it('may refuse all letters by one click, and ask for them again', async () => {
    const email = room.address();
    const where = await room.thread();
    await room.reply(Visitor.guest(), { email, thread: where });
    await room.settled();
    const stop = room.sent[0]?.paths.at(-1) ?? '';
    expect(
      (
        await fetch(room.world.url + stop, {
          method: 'POST',
          body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
        })
      ).status,
    ).toBe(200);
    room.world.clock.advance(2 * DAY);
    await room.reply(Visitor.guest(), { email, thread: where, text: 'Encore.' });
    await room.settled();
    expect(room.sent).toHaveLength(1);
    expect((await room.world.visitor().post(stop, { again: 'yes' })).status).toBe(200);
    await room.reply(Visitor.guest(), { email, thread: where, text: 'De nouveau.' });
    await room.settled();
    expect(room.sent).toHaveLength(2);
  });
});

describe('whoever causes many letters', () => {
  let crowded: MailRoom;
  let keys = 0;
  beforeAll(async () => {
    const limits = { ...readConfig({}).limits, letter: { points: 2, seconds: 3600 } };
    crowded = await MailRoom.open({ limits, limitFactor: 1, proxies: ['127.0.0.1'] });
  });
  afterAll(() => crowded.close());
  afterEach(() => void crowded.sent.splice(0));

  const waiting = (): Promise<{ minutes: number }[]> =>
    crowded.rows(
      `select round(extract(epoch from run_at - now()) / 60)::int as minutes from graphile_worker.jobs
       where task_identifier = 'confirm-address' order by run_at`,
    );
  const send = async (address: string, email: string, thread: number): Promise<string> => {
    const fields = { text: `Un mot pour ${email}.`, name: '', email, key: `key-of-a-letter-${(keys += 1)}` };
    const from = { 'x-forwarded-for': address };
    const answer = await crowded.world.visitor().post(`/thread/${thread}/replies`, fields, from);
    expect(answer.status).toBe(303);
    return answer.location ?? '';
  };
  const followed = async (path: string): Promise<string> => (await crowded.world.visitor().get(path)).text;
  const settled = (letters: number): Promise<void> =>
    until(async () => expect(crowded.sent).toHaveLength(letters), 5_000);

  it('from one place uses up the share of this place: what goes over leaves later, and the page says so', async () => {
    const thread = await crowded.thread();
    const paths: string[] = [];
    for (const name of ['un', 'deux', 'trois', 'quatre', 'cinq'])
      paths.push(await send('192.0.2.1', `${name}@courriel.example`, thread));
    const other = await send('192.0.2.2', 'honnete@courriel.example', thread);
    await settled(3);
    expect(crowded.sent.map(({ to }) => to[0]).sort()).toEqual([
      'deux@courriel.example',
      'honnete@courriel.example',
      'un@courriel.example',
    ]);
    expect((await waiting()).map(({ minutes }) => minutes)).toEqual([60, 60, 120]);
    await until(async () => expect(await followed(other)).toContain('Un courriel vous a demandé'), 5_000);
    expect(await followed(paths[4] ?? '')).toContain('Il n’est pas encore parti');
    await crowded.hurry();
    await settled(6);
    await until(async () => expect(await followed(paths[4] ?? '')).toContain('Un courriel vous a demandé'), 5_000);
  });

  it('from everywhere uses up the hour of the forum, and an honest letter leaves when the hour is over', async () => {
    const now = crowded.world.clock.now();
    await crowded.rows(
      `insert into private.confirmation (address_key, address, token_hash, asked_at, expires_at)
       select sha256(n::text::bytea), n || '@ailleurs.example', sha256(n::text::bytea), $1::timestamptz, $1
       from generate_series(1, 60) n`,
      [now],
    );
    const path = await send('192.0.2.9', 'tard@courriel.example', await crowded.thread());
    await until(async () => expect((await waiting()).map(({ minutes }) => minutes)).toEqual([60]), 5_000);
    expect(await followed(path)).toContain('Il n’est pas encore parti');
    crowded.world.clock.advance(3_600_001);
    await crowded.hurry();
    await settled(1);
  });

  it('and withdraws the last message with an address leaves it in no table; its day goes on, and others keep their link', async () => {
    crowded.world.clock.advance(3_600_001);
    const named = (): Promise<unknown[]> =>
      crowded.rows(`select 1 from private.confirmation where address = 'partie@courriel.example'`);
    const thread = await crowded.thread();
    const first = await send('192.0.2.20', 'partie@courriel.example', thread);
    await settled(1);
    const [link = ''] = crowded.sent[0]?.paths ?? [];
    const second = await send('192.0.2.21', 'partie@courriel.example', await crowded.thread());
    const withdraw = (path: string) => crowded.world.visitor().post(`${path}/withdrawal`, {});
    expect((await withdraw(first)).status).toBe(303);
    expect(await named()).toHaveLength(1);
    expect((await crowded.world.visitor().get(link)).status).toBe(200);
    expect((await withdraw(second)).status).toBe(303);
    expect(await named()).toEqual([]);
    expect((await crowded.world.visitor().get(link)).status).toBe(404);
    // A third message of that day causes no second letter, and the link of the first is good for it.
    await send('192.0.2.22', 'partie@courriel.example', await crowded.thread());
    await until(async () => expect(await named()).toHaveLength(1), 5_000);
    await until(async () => expect(await waiting()).toEqual([]), 5_000);
    expect(crowded.sent).toHaveLength(1);
    expect((await crowded.world.visitor().get(link)).html().querySelectorAll('input[name="item"]')).toHaveLength(1);
  });
});

describe('the way out', () => {
  it('holds nothing else up when the mail server hangs, and leaves when it is back', async () => {
    const where = await room.thread();
    const mira = await room.world.member('Mira');
    const back = room.sink.hang();
    for (let each = 0; each < 4; each++)
      await room.reply(Visitor.guest(), { email: room.address(), thread: where, text: `Mot ${each}.` });
    await until(async () => expect(room.sink.hanging).toBe(1), 5_000);
    await room.decide((await room.reply(mira.visitor, { thread: where, text: 'Un mot de Mira.' })).id, 'refuse');
    room.world.clock.advance(31_000);
    await until(async () => {
      await room.hurry();
      expect(await room.rows('select 1 from private.notice where member_id = $1', [mira.id])).toHaveLength(1);
    }, 5_000);
    expect([room.sink.hanging, room.sent.length]).toEqual([1, 0]);
    back();
    await room.settled();
    expect(room.sent).toHaveLength(4);
  });

  it('is tried again when the server is busy, and given up for an address that it will never take; no log has the address', async () => {
    const email = room.address();
    const where = await room.thread();
    room.sink.refusing.push({ code: 451, words: `later, <${email}>` });
    await room.reply(Visitor.guest(), { email, thread: where });
    await room.settled();
    expect(room.sent).toHaveLength(1);
    const gone = room.address();
    room.sink.refusing.push({ code: 550, words: `no such person <${gone}>` });
    await room.reply(Visitor.guest(), { email: gone, thread: where, text: 'Un mot encore.' });
    await room.settled();
    expect(room.sent).toHaveLength(1);
    const [last] = await room.rows<{ sent: boolean; closed: boolean }>(
      `select sent, closed_at is not null as closed from private.mail order by made_at desc limit 1`,
    );
    expect(last).toEqual({ sent: false, closed: true });
    expect(logged.join('')).toContain('the mail server took no letter: EENVELOPE 451');
    expect(logged.join('')).not.toContain('courriel.example');
    expect(JSON.stringify(await room.rows('select * from graphile_worker._private_jobs'))).not.toContain(
      'courriel.example',
    );
  });

  it('carries nothing into headers or to other people that a name or an address smuggles in', async () => {
    await room.world.db.owner.query(`update site set name = $1`, ['Nom\r\nBcc: victime@courriel.example']);
    await room.world.db.owner.query(`select pg_notify('palabre_news', '{"news":"SiteChanged"}')`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await room
      .reply(Visitor.guest(), { email: `"a,b@courriel.example"@courriel.example`, thread: await room.thread() })
      .catch(() => undefined);
    const email = room.address();
    await room.reply(Visitor.guest(), { email, thread: await room.thread(), text: 'Avec un nom bizarre.' });
    await room.settled();
    expect(room.sent.map(({ to }) => to)).toEqual([[email]]);
    expect([...(room.sent[0]?.headers.keys() ?? [])]).not.toContain('bcc');
    await room.world.db.owner.query(`update site set name = 'Palabre'`);
    await room.world.db.owner.query(`select pg_notify('palabre_news', '{"news":"SiteChanged"}')`);
  });

  it('writes no more than ten letters an hour to anybody', async () => {
    const email = room.address();
    const person = await room.world.member('Beaucoup');
    await room.confirmMember(person, email);
    const where = await room.thread();
    for (let each = 0; each < 12; each++)
      await room.decide((await room.reply(person.visitor, { thread: where, text: `Mot ${each}.` })).id, 'refuse');
    await room.settled();
    expect(room.sent).toHaveLength(9);
    expect(await room.rows('select 1 from private.notice where member_id = $1', [person.id])).toHaveLength(12);
  });

  it('forgets what was told: addresses that nobody confirmed, letters, old notices', async () => {
    await room.reply(Visitor.guest(), { email: room.address(), thread: await room.thread() });
    await room.decide(
      (await room.reply(room.alma.visitor, { thread: await room.thread(), text: 'Un dernier mot.' })).id,
      'refuse',
    );
    await room.settled();
    room.world.clock.advance(91 * DAY);
    await room.world.db.owner.query(
      `update graphile_worker._private_jobs set run_at = now() where key = 'tidy-notices'`,
    );
    await room.world.db.owner.query(`select pg_notify('jobs:insert', '{"count":1}')`);
    await until(async () => {
      for (const table of ['confirmation', 'mail', 'notice'])
        expect(await room.rows(`select 1 from private.${table}`)).toEqual([]);
    }, 5_000);
  });

  it('keeps no token: what opens something is not in a table', async () => {
    const email = room.address();
    const one = await room.confirmedReply(email, await room.thread());
    await room.decide(one.id, 'return');
    await room.settled();
    const tokens = (room.sent[0]?.paths ?? []).map((path) => path.split('/')[2] ?? '');
    expect(tokens.length).toBeGreaterThan(1);
    const tables = await room.rows<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_schema in ('public', 'desk', 'private', 'graphile_worker') and table_type = 'BASE TABLE'`,
    );
    const dumps = await Promise.all(
      tables.map(({ name }) =>
        room.rows<{ all: string | null }>(`select string_agg(t::text, ' ') as all from ${name} t`),
      ),
    );
    const dump = dumps.map(([row]) => row?.all ?? '').join(' ');
    expect(dump).toContain(hashOf(tokens[0] ?? '').toString('hex'));
    for (const token of tokens) expect(dump).not.toContain(token.slice(0, 32));
  });
});
