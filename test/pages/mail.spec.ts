import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { JobRunner } from '../../src/jobs/job-runner.js';
import { hashOf } from '../../src/submissions/tokens.js';
import { Visitor } from '../../src/visitors/visitor.js';
import { Decisions } from '../../src/desk/decisions.js';
import { Reception } from '../../src/desk/reception.js';
import { type Arrived, MailSink } from '../mail-sink.js';
import { until } from '../until.js';
import { openWorld, type Person, type World } from '../world.js';

const DAY = 86_400_000;
const ORIGIN = 'https://forum.palabre.example';
const WORDS = 'zqtextthatwaits';

let sink: MailSink;
let world: World;
let nadia: Person;
let alma: Person;
let keys = 0;
let people = 0;
const logged: string[] = [];

const address = (): string => `personne${++people}@courriel.example`;
const sent = (): Arrived[] => sink.arrived;

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) jest.spyOn(stream, 'write').mockImplementation((part) => logged.push(String(part)) > 0);
  sink = await MailSink.open();
  world = await openWorld({ config: { mail: { url: sink.url, from: 'forum@palabre.example' }, publicUrl: ORIGIN } });
  await world.category({ slug: 'villes' });
  nadia = await world.member('Nadia', { role: 'moderator' });
  alma = await world.member('Alma');
  await world.app.get(JobRunner).start();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await world.close();
  await sink.close();
});
beforeEach(() => settled());
afterEach(() => void sink.arrived.splice(0));

/** All but those that are done again for ever, whose key is their own name. */
const ONCE = `task_id in (select t.id from graphile_worker._private_tasks t where t.identifier is distinct from key)`;

const left = async (): Promise<number> =>
  (await world.db.owner.query<{ n: number }>(
    `select (select count(*) from graphile_worker._private_jobs where ${ONCE})::int + (select count(*) from desk.untold where due_at <= $1)::int as n`, [world.clock.now()],
  )).rows[0]?.n ?? 0;

/** What is put down for later is done now; the forum's own clock says whether it is late enough. */
async function hurry(): Promise<void> {
  await world.db.owner.query(`update graphile_worker._private_jobs set run_at = now() where locked_at is null and (${ONCE} or key = 'tell-decisions')`);
  await world.db.owner.query(`select pg_notify('jobs:insert', '{"count":1}')`);
}

/** Until nothing is left to do, with the thirty seconds over. */
async function settled(): Promise<void> {
  world.clock.advance(31_000);
  await until(async () => {
    await hurry();
    expect(await left()).toBe(0);
  }, 10_000);
}

async function reply(by: Visitor, more: { email?: string; thread: number; replyTo?: number; text?: string }): Promise<{ id: string; token: string }> {
  const { email = '', thread, replyTo, text = `Un mot. ${WORDS}` } = more;
  const draft = { kind: 'reply' as const, thread, replyTo, text, name: '', email, key: `key-of-mail-spec-${++keys}`, language: 'fr' as const };
  const { submission, token } = await world.app.get(Reception, { strict: false }).receive(by, draft, world.clock.now());
  return { id: submission, token };
}

async function decide(id: string, decision: 'accept' | 'return' | 'refuse', version = 1): Promise<string> {
  const verdict = { decision, version, reasons: decision === 'refuse' ? ['other'] : [], remark: WORDS, language: 'fr' as const };
  return (await world.app.get(Decisions, { strict: false }).decide(nadia.visitor, id, verdict, world.clock.now())).id;
}

const thread = (by: Visitor = Visitor.guest()): Promise<number> => world.thread({ category: 'villes', title: `Sujet ${WORDS}`, text: 'Le début.', by });
const rowsOf = async <T>(sql: string, values: unknown[] = []): Promise<T[]> => (await world.db.owner.query(sql, values)).rows as T[];

/** A guest's reply whose address is confirmed, through the mail's own link. */
async function confirmedReply(email: string, where: number, replyTo?: number): Promise<{ id: string; token: string }> {
  const one = await reply(Visitor.guest(), { email, thread: where, replyTo });
  await settled();
  const path = sent().at(-1)?.paths[0] ?? '';
  const page = await world.visitor().get(path);
  await world.visitor().post(path, { item: page.html().querySelector('input[name="item"]')?.getAttribute('value') ?? '' });
  sink.arrived.splice(0);
  return one;
}

async function confirmMember({ id, cookie }: Person, email: string, choices: Record<string, string> = { decided: 'yes', answered: 'yes', alert: 'yes' }): Promise<void> {
  expect((await world.visitor(cookie).post('/me/mail', { email, ...choices })).status).toBe(303);
  await settled();
  await world.visitor().post(sent().at(-1)?.paths[0] ?? '', { item: String(id) });
  sink.arrived.splice(0);
}

describe('an address', () => {
  it('is asked about once, in a letter that says who wrote nothing and carries nothing of anybody', async () => {
    const email = address();
    await reply(Visitor.guest(), { email, thread: await thread() });
    await settled();
    expect(sent()).toHaveLength(1);
    const [letter] = sent() as [Arrived];
    expect(letter.to).toEqual([email]);
    const { headers } = letter;
    expect(headers.get('from')).toBe('Palabre <forum@palabre.example>');
    expect(headers.get('to')).toBe(email);
    expect(headers.get('message-id')).toMatch(/^<[0-9a-f-]{36}@forum\.palabre\.example>$/);
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('list-unsubscribe')).toMatch(/^<https:\/\/forum\.palabre\.example\/mail\/[\w-]+\/unsubscribe>$/);
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(headers.get('content-type')).toMatch(/^text\/plain; charset=utf-8/);
    expect(letter.text).toContain('ouvrez cette page et confirmez-le');
    expect(letter.raw).not.toContain(WORDS);
    expect(letter.text.replaceAll(ORIGIN, '')).not.toMatch(/https?:|</);
  });

  it('is confirmed by the button and by no link that is opened; before that nothing else is sent to it', async () => {
    const email = address();
    const { id } = await reply(Visitor.guest(), { email, thread: await thread() });
    await settled();
    const [path = ''] = sent()[0]?.paths ?? [];
    for (const method of ['get', 'get'] as const) expect((await world.visitor()[method](path)).status).toBe(200);
    await decide(id, 'refuse');
    await settled();
    expect(sent()).toHaveLength(1);
    expect(await rowsOf('select 1 from desk.submission where id = $1 and email_confirmed_at is not null', [id])).toEqual([]);
    const confirmed = await world.visitor().post(path, { item: id });
    const follow = confirmed.html().querySelector('main a')?.getAttribute('href') ?? '';
    expect((await world.visitor().get(follow)).text).toContain('n’a pas été publié');
  });

  it('gets one such letter a day, whoever types it and however; its link is good for all of them and for three days', async () => {
    const email = address();
    const where = await thread();
    await reply(Visitor.guest(), { email, thread: where });
    await settled();
    await reply(Visitor.guest(), { email, thread: where, text: 'Un autre mot.' });
    await reply(Visitor.guest(), { email: email.replace('@', '+encore@').toUpperCase(), thread: where, text: 'Un mot de plus.' });
    await world.visitor(alma.cookie).post('/me/mail', { email });
    await settled();
    expect(sent()).toHaveLength(1);
    const [path = ''] = sent()[0]?.paths ?? [];
    expect((await world.visitor().get(path)).html().querySelectorAll('input[name="item"]')).toHaveLength(3);
    world.clock.advance(DAY);
    await reply(Visitor.guest(), { email, thread: where, text: 'Le lendemain.' });
    await settled();
    expect(sent()).toHaveLength(2);
    expect((await world.visitor().get(path)).status).toBe(404);
    world.clock.advance(3 * DAY);
    expect((await world.visitor().get(sent()[1]?.paths[0] ?? '')).status).toBe(404);
    await world.visitor(alma.cookie).post('/me/mail', { email: '' });
  });

  it('is asked about when an account is made with it, too', async () => {
    const email = address();
    expect((await world.visitor().post('/register', { name: 'Zoé', password: 'la cabane au fond du bois', email })).status).toBe(200);
    await settled();
    expect(sent().map(({ to }) => to)).toEqual([[email]]);
    expect((await world.visitor().get(sent()[0]?.paths[0] ?? '')).text).toContain('Zoé');
  });

  it('may refuse all letters by one click, and ask for them again', async () => {
    const email = address();
    const where = await thread();
    await reply(Visitor.guest(), { email, thread: where });
    await settled();
    const stop = sent()[0]?.paths.at(-1) ?? '';
    expect((await fetch(world.url + stop, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })).status).toBe(200);
    world.clock.advance(2 * DAY);
    await reply(Visitor.guest(), { email, thread: where, text: 'Encore.' });
    await settled();
    expect(sent()).toHaveLength(1);
    expect((await world.visitor().post(stop, { again: 'yes' })).status).toBe(200);
    await reply(Visitor.guest(), { email, thread: where, text: 'De nouveau.' });
    await settled();
    expect(sent()).toHaveLength(2);
  });
});

describe('a guest', () => {
  it('is told thirty seconds after a decision, with a link to the follow page, and of nothing that was undone before', async () => {
    const email = address();
    const { id } = await confirmedReply(email, await thread());
    const first = await decide(id, 'refuse');
    await hurry();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(sent()).toEqual([]);
    expect((await world.visitor(nadia.cookie).post(`/desk/decisions/${first}/undo`, {})).status).toBe(303);
    await settled();
    expect(sent()).toEqual([]);
    await decide(id, 'return');
    await settled();
    expect(sent()).toHaveLength(1);
    const [letter] = sent() as [Arrived];
    expect(letter.to).toEqual([email]);
    expect(letter.text).toContain('vous a renvoyé votre message');
    expect(letter.raw).not.toContain(WORDS);
    const [follow = ''] = letter.paths;
    const page = await world.visitor().get(follow);
    expect(page.text).toContain(WORDS);
    const corrected = await world.visitor().post(`${follow}/correction`, { text: 'Mieux dit.', version: '1' });
    expect(corrected.status).toBe(303);
    const at = await decide(id, 'accept', 2);
    await settled();
    expect(sent()).toHaveLength(2);
    expect(sent()[1]?.text).toContain('est paru');
    expect(sent()[1]?.paths[0]).toMatch(/^\/thread\/\d+\/posts\/\d+$/);
    await world.db.owner.query('insert into desk.untold values ($1, $2)', [at, world.clock.now()]);
    await settled();
    expect(sent()).toHaveLength(2);
  });

  it('stops it by one click from anywhere, without a cookie, in either form; the address is erased and its link is dead', async () => {
    const email = address();
    const where = await thread();
    const one = await confirmedReply(email, where);
    await decide(one.id, 'return');
    await settled();
    const letter = sent()[0] as Arrived;
    const stop = letter.paths.at(-1) ?? '';
    expect(letter.headers.get('list-unsubscribe')).toBe(`<${ORIGIN}${stop}>`);
    const page = await world.visitor().get(stop);
    expect(page.html().querySelector('main form button')).not.toBeNull();
    expect(await rowsOf('select email from desk.submission where id = $1', [one.id])).toEqual([{ email }]);
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    expect((await fetch(world.url + stop, { method: 'POST', body, headers: { origin: 'null' } })).status).toBe(200);
    expect((await fetch(world.url + stop, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), headers: { origin: 'https://elsewhere.example' } })).status).toBe(200);
    expect(await rowsOf('select email, email_confirmed_at, mail_token_hash from desk.submission where id = $1', [one.id]))
      .toEqual([{ email: null, email_confirmed_at: null, mail_token_hash: null }]);
    expect((await world.visitor().get(letter.paths[0] ?? '')).status).toBe(404);
    expect((await world.visitor().get(`/follow/${one.token}`)).status).toBe(200);
    expect((await world.visitor().get(stop.replace(/^\/mail\/./, '/mail/_'))).status).toBe(404);
    const upload = await fetch(`${world.url}/thread/${where}/replies`, { method: 'POST', body, headers: { origin: world.url } });
    expect(upload.status).toBe(415);
  });

  it('is told of a change to what was published without confirming again', async () => {
    const email = address();
    const one = await confirmedReply(email, await thread());
    await decide(one.id, 'accept');
    await settled();
    sink.arrived.splice(0);
    const edited = await world.visitor().post(`/follow/${one.token}/edits`, { text: 'Dit autrement.', version: '0' });
    expect(edited.location).toMatch(/^\/follow\//);
    const [edit] = await rowsOf<{ id: string }>(`select id from desk.submission where kind = 'edit' order by written_at desc limit 1`);
    await settled();
    expect(sent()).toEqual([]);
    await decide(edit?.id ?? '', 'accept');
    await settled();
    expect(sent().map(({ to, text }) => [to[0], text.includes('Votre modification est parue')])).toEqual([[email, true]]);
  });

  it('is told when an answer is published, and of none that waits or was taken down meanwhile', async () => {
    const email = address();
    const where = await thread();
    const mine = await confirmedReply(email, where);
    await decide(mine.id, 'accept');
    await settled();
    const [{ number }] = (await rowsOf<{ number: number }>('select number from desk.submission where id = $1', [mine.id])) as [{ number: number }];
    sink.arrived.splice(0);
    const answer = await reply(alma.visitor, { thread: where, replyTo: number });
    const fallen = await reply(alma.visitor, { thread: where, replyTo: number, text: 'Une autre réponse.' });
    await settled();
    expect(sent()).toEqual([]);
    await decide(answer.id, 'accept');
    await decide(fallen.id, 'accept');
    const [down] = await rowsOf<{ number: number }>('select number from desk.submission where id = $1', [fallen.id]);
    expect((await world.visitor(nadia.cookie).post(`/desk/thread/${where}/posts/${down?.number}/removal`, { reason: 'other', remark: '' })).status).toBe(303);
    await settled();
    expect(sent().map(({ to }) => to)).toEqual([[email]]);
    expect(sent()[0]?.text).toContain('Une réponse à l’un de vos messages est parue');
    expect(sent()[0]?.raw).not.toContain(WORDS);
  });
});

describe('a member', () => {
  it('finds notices of what was decided and answered, counted in the masthead until they are seen, and is told by mail what they chose', async () => {
    await confirmMember(alma, address(), { answered: 'yes' });
    const home = world.visitor(alma.cookie);
    const where = await thread(alma.visitor);
    await settled();
    const [before] = await rowsOf<{ n: number }>('select count(*)::int as n from private.notice where member_id = $1 and seen_at is null', [alma.id]);
    const refused = await reply(alma.visitor, { thread: where });
    await decide(refused.id, 'refuse');
    const answer = await reply(Visitor.guest(), { thread: where, text: 'Une réponse au sujet.' });
    await decide(answer.id, 'accept');
    const other = await reply(Visitor.guest(), { thread: where, text: `Refusée, ${WORDS}.` });
    await decide(other.id, 'refuse');
    await settled();
    expect((await home.get('/about')).html().querySelector('a[href="/me/notices"] b')?.textContent).toBe(String((before?.n ?? 0) + 2));
    const page = await home.get('/me/notices');
    const kinds = page.html().querySelectorAll('[data-notice]').map((each) => each.getAttribute('data-notice'));
    expect(kinds.slice(0, 2).toSorted()).toEqual(['answered', 'refused']);
    expect(page.text).toContain(`/thread/${where}/posts/2`);
    expect(page.text).toContain(`/me/submissions/${refused.id}`);
    expect((await home.get('/about')).html().querySelector('a[href="/me/notices"]')).toBeNull();
    expect(sent().map(({ text }) => /réponse/.test(text))).toEqual([true]);
    const stop = sent()[0]?.paths.at(-1) ?? '';
    await world.visitor().post(stop, { 'List-Unsubscribe': 'One-Click' });
    expect(await rowsOf('select mails from private.account where member_id = $1', [alma.id])).toEqual([{ mails: [] }]);
    expect((await world.visitor().get('/me/notices')).location).toMatch(/^\/login/);
    const elsewhere = await thread();
    const moved = await world.visitor(nadia.cookie).post(`/desk/thread/${where}/move`, { number: '2', where: 'thread', to: String(elsewhere), action: 'do' });
    expect(moved.status).toBe(303);
    expect((await home.get('/me/notices')).text).toContain(`/thread/${elsewhere}/posts/2`);
  });

  it('is told when a decision that they have heard of is undone, in their own language', async () => {
    const bob = await world.member('Bob');
    await world.visitor(bob.cookie).post('/me', { language: 'en' });
    await confirmMember(bob, address());
    const one = await reply(bob.visitor, { thread: await thread() });
    const decision = await decide(one.id, 'refuse');
    await settled();
    await world.visitor(nadia.cookie).post(`/desk/decisions/${decision}/undo`, {});
    await settled();
    expect(sent().map(({ headers }) => headers.get('subject'))).toEqual(['Palabre: news of your message', 'Palabre: news of your message']);
    expect(sent()[1]?.text).toContain('your message waits to be read again');
    expect(sent()[1]?.paths[0]).toBe(`/me/submissions/${one.id}`);
  });
});

describe('the way out', () => {
  it('holds nothing else up when the mail server hangs, and leaves when it is back', async () => {
    const where = await thread();
    const mira = await world.member('Mira');
    const back = sink.hang();
    for (let each = 0; each < 4; each++) await reply(Visitor.guest(), { email: address(), thread: where, text: `Mot ${each}.` });
    await until(async () => expect(sink.hanging).toBe(1), 5_000);
    await decide((await reply(mira.visitor, { thread: where, text: 'Un mot de Mira.' })).id, 'refuse');
    world.clock.advance(31_000);
    await until(async () => {
      await hurry();
      expect(await rowsOf('select 1 from private.notice where member_id = $1', [mira.id])).toHaveLength(1);
    }, 5_000);
    expect([sink.hanging, sent().length]).toEqual([1, 0]);
    back();
    await settled();
    expect(sent()).toHaveLength(4);
  });

  it('is tried again when the server is busy, and given up for an address that it will never take; no log has the address', async () => {
    const email = address();
    const where = await thread();
    sink.refusing.push({ code: 451, words: `later, <${email}>` });
    await reply(Visitor.guest(), { email, thread: where });
    await settled();
    expect(sent()).toHaveLength(1);
    const gone = address();
    sink.refusing.push({ code: 550, words: `no such person <${gone}>` });
    await reply(Visitor.guest(), { email: gone, thread: where, text: 'Un mot encore.' });
    await settled();
    expect(sent()).toHaveLength(1);
    const [last] = await rowsOf<{ sent: boolean; closed: boolean }>(`select sent, closed_at is not null as closed from private.mail order by made_at desc limit 1`);
    expect(last).toEqual({ sent: false, closed: true });
    expect(logged.join('')).toContain('the mail server took no letter: EENVELOPE 451');
    expect(logged.join('')).not.toContain('courriel.example');
    expect(JSON.stringify(await rowsOf('select * from graphile_worker._private_jobs'))).not.toContain('courriel.example');
  });

  it('carries nothing into headers or to other people that a name or an address smuggles in', async () => {
    await world.db.owner.query(`update site set name = $1`, ['Nom\r\nBcc: victime@courriel.example']);
    await world.db.owner.query(`select pg_notify('palabre_news', '{"news":"SiteChanged"}')`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await reply(Visitor.guest(), { email: `"a,b@courriel.example"@courriel.example`, thread: await thread() }).catch(() => undefined);
    const email = address();
    await reply(Visitor.guest(), { email, thread: await thread(), text: 'Avec un nom bizarre.' });
    await settled();
    expect(sent().map(({ to }) => to)).toEqual([[email]]);
    expect([...(sent()[0]?.headers.keys() ?? [])]).not.toContain('bcc');
    await world.db.owner.query(`update site set name = 'Palabre'`);
    await world.db.owner.query(`select pg_notify('palabre_news', '{"news":"SiteChanged"}')`);
  });

  it('writes no more than ten letters an hour to anybody', async () => {
    const email = address();
    const person = await world.member('Beaucoup');
    await confirmMember(person, email);
    const where = await thread();
    for (let each = 0; each < 12; each++) await decide((await reply(person.visitor, { thread: where, text: `Mot ${each}.` })).id, 'refuse');
    await settled();
    expect(sent()).toHaveLength(9);
    expect(await rowsOf('select 1 from private.notice where member_id = $1', [person.id])).toHaveLength(12);
  });

  it('forgets what was told: addresses that nobody confirmed, letters, old notices', async () => {
    await reply(Visitor.guest(), { email: address(), thread: await thread() });
    await decide((await reply(alma.visitor, { thread: await thread(), text: 'Un dernier mot.' })).id, 'refuse');
    await settled();
    world.clock.advance(91 * DAY);
    await world.db.owner.query(`update graphile_worker._private_jobs set run_at = now() where key = 'tidy-notices'`);
    await world.db.owner.query(`select pg_notify('jobs:insert', '{"count":1}')`);
    await until(async () => {
      for (const table of ['confirmation', 'mail', 'notice']) expect(await rowsOf(`select 1 from private.${table}`)).toEqual([]);
    }, 5_000);
  });

  it('keeps no token: what opens something is not in a table', async () => {
    const email = address();
    const one = await confirmedReply(email, await thread());
    await decide(one.id, 'return');
    await settled();
    const tokens = (sent()[0]?.paths ?? []).map((path) => path.split('/')[2] ?? '');
    expect(tokens.length).toBeGreaterThan(1);
    const tables = await rowsOf<{ name: string }>(`select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('public', 'desk', 'private', 'graphile_worker') and table_type = 'BASE TABLE'`);
    const dumps = await Promise.all(tables.map(({ name }) => rowsOf<{ all: string | null }>(`select string_agg(t::text, ' ') as all from ${name} t`)));
    const dump = dumps.map(([row]) => row?.all ?? '').join(' ');
    expect(dump).toContain(hashOf(tokens[0] ?? '').toString('hex'));
    for (const token of tokens) expect(dump).not.toContain(token.slice(0, 32));
  });
});
