import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Reception } from '../../../src/reception/reception.js';
import { JobRunner } from '../../../src/jobs/job-runner.js';
import { Visitor } from '../../../src/visitors/visitor.js';
import { formWith } from '../../form.js';
import { MailSink } from '../../mail-sink.js';
import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';

const HOUR = 3_600_000;
const WORDS = 'zqtextthatwaits';

let sink: MailSink;
let world: World;
let nadia: Person;
let omar: Person;
let ada: Person;
let keys = 0;

beforeAll(async () => {
  sink = await MailSink.open();
  world = await openWorld({
    config: {
      mail: { url: sink.url, from: 'forum@palabre.example' },
      publicUrl: 'https://forum.palabre.example',
      alertHours: 6,
    },
  });
  for (const slug of ['villes', 'ailleurs'])
    await world.category({ slug, name: slug === 'villes' ? 'Villes & <rues>' : 'Ailleurs' });
  nadia = await world.member('Nadia', { role: 'moderator', categories: ['villes'] });
  omar = await world.member('Omar', { role: 'moderator', categories: ['ailleurs'] });
  ada = await world.member('Ada', { role: 'administrator' });
  for (const { id, name } of [nadia, omar, ada])
    await world.db.owner.query('update private.account set email = $2, email_confirmed_at = $3 where member_id = $1', [
      id,
      `${name}@courriel.example`,
      world.clock.now(),
    ]);
  await world.app.get(JobRunner).start();
});
afterAll(async () => {
  await world.close();
  await sink.close();
});

async function sendThread(category: string): Promise<string> {
  const draft = {
    kind: 'thread' as const,
    category,
    title: `Titre ${WORDS}`,
    text: `Texte ${WORDS}`,
    name: WORDS,
    email: '',
    key: `key-of-alerts-${++keys}`,
    language: 'fr' as const,
  };
  return (await world.app.get(Reception, { strict: false }).submit(Visitor.guest(), draft, world.clock.now()))
    .submission;
}

/** The job's next turn, and all that it put down. */
async function look(): Promise<void> {
  const { owner } = world.db;
  await owner.query(
    `update graphile_worker._private_jobs set run_at = now() where locked_at is null and key = 'alerts'`,
  );
  await owner.query(`select pg_notify('jobs:insert', '{"count":1}')`);
  await until(async () => {
    const { rows } = await owner.query(
      `select from graphile_worker.jobs where (key = 'alerts' and run_at < now() + interval '1 minute')
        or task_identifier = 'send-mail'`,
    );
    expect(rows).toEqual([]);
  }, 8_000);
}

const addressOf = (page: string): string => /value="(http[^"]+\/desk\/feed\/[\w-]{32}\.xml)"/.exec(page)?.[1] ?? '';

/** The path of a new feed of Nadia's. */
async function makeFeed(): Promise<string> {
  const page = await world.visitor(nadia.cookie).post('/me/feed', { action: 'make' });
  return new URL(addressOf(page.text)).pathname;
}

const told = (): string[] =>
  sink.arrived
    .splice(0)
    .map(({ to }) => to[0] ?? '')
    .toSorted();
const refuse = (id: string) =>
  world.visitor(ada.cookie).post(`/desk/submissions/${id}/decision`, { decision: 'spam', version: '1' });

describe('an alert', () => {
  it('tells the moderators of a category once that something waits too long there, without a word of it', async () => {
    const first = await sendThread('villes');
    world.clock.advance(5 * HOUR);
    await look();
    expect(told()).toEqual([]);
    world.clock.advance(HOUR);
    await look();
    for (const { text, raw, paths } of sink.arrived) {
      expect(text).toContain('depuis plus de 6');
      expect(paths[0]).toBe('/desk?category=villes');
      expect(raw).not.toContain(WORDS);
    }
    expect(told()).toEqual(['Ada@courriel.example', 'Nadia@courriel.example']);
    const second = await sendThread('villes');
    world.clock.advance(7 * HOUR);
    await look();
    expect(told()).toEqual([]);
    for (const id of [first, second]) await refuse(id);
    await look();
    await sendThread('villes');
    await sendThread('ailleurs');
    await world.visitor(ada.cookie).post('/me/mail', { email: 'Ada@courriel.example', decided: 'yes' });
    world.clock.advance(6 * HOUR);
    await look();
    expect(told()).toEqual(['Nadia@courriel.example', 'Omar@courriel.example']);
  });
});

describe('what waits for a colleague', () => {
  it('is in nobody’s alert and feed who agreed to it, and what else is late there is told to them alone', async () => {
    await world.writer.query(`update desk.submission set status = 'spam' where status = 'waiting'`);
    await look();
    told();
    await world.writer.query(`update category set agreement = 2 where slug = 'villes'`);
    const agreed = await sendThread('villes');
    const answer = await world
      .visitor(nadia.cookie)
      .post(`/desk/submissions/${agreed}/decision`, { decision: 'accept', version: '1' });
    expect(answer.status).toBe(303);
    const path = await makeFeed();
    expect((await world.visitor().get(path)).text).not.toContain('message attend');
    await world.visitor(ada.cookie).post('/me/mail', { email: 'Ada@courriel.example', decided: 'yes', alert: 'yes' });
    world.clock.advance(6 * HOUR);
    await look();
    expect(told()).toEqual(['Ada@courriel.example']);
    await sendThread('villes');
    expect((await world.visitor().get(path)).text).toContain('1\u00a0message attend');
    world.clock.advance(6 * HOUR);
    await look();
    expect(told()).toEqual(['Nadia@courriel.example']);
    await world.writer.query(`update desk.submission set status = 'spam' where status = 'waiting'`);
    await world.writer.query(`update category set agreement = 1 where slug = 'villes'`);
  });
});

describe('an alert about members', () => {
  it('goes to those who moderate everything, and their feed counts it', async () => {
    await world.visitor(ada.cookie).post('/me/mail', { email: 'Ada@courriel.example', decided: 'yes', alert: 'yes' });
    const { rows } = await world.db.owner.query<{ id: string }>(
      `insert into desk.submission (id, kind, category_id, source, html, renderer_version, author_id, author_name,
        author_role, key_hash, token_hash, written_at, changed_at)
       values (gen_random_uuid(), 'profile', null, 'x', 'x', 1, $1, 'Omar', 'moderator', '\\x0a', '\\x0a', $2, $2)
         returning id`,
      [omar.id, world.clock.now()],
    );
    expect(rows).toHaveLength(1);
    world.clock.advance(7 * HOUR);
    await look();
    expect(sink.arrived[0]?.paths.slice(0, -1).at(-1)).toBe('/desk?kind=profile');
    expect(told()).toEqual(['Ada@courriel.example']);
    const made = await world.visitor(ada.cookie).post('/me/feed', { action: 'make' });
    expect((await world.visitor().get(new URL(/http[^"]+\.xml/.exec(made.text)?.[0] ?? '').pathname)).text).toContain(
      'Pages de membres',
    );
  });
});

describe('the feed of the queue', () => {
  it('is read by a secret address that is shown once: numbers and dates of the own categories, and nothing that anybody wrote', async () => {
    const page = await world.visitor(nadia.cookie).get('/me/mail');
    expect(formWith(page.html(), 'email').fields).toEqual({
      email: 'Nadia@courriel.example',
      decided: 'yes',
      answered: 'yes',
      alert: 'yes',
    });
    await sendThread('villes');
    const path = await makeFeed();
    const feed = await world.visitor().get(path);
    expect([feed.status, feed.headers.get('content-type'), feed.headers.get('cache-control')]).toEqual([
      200,
      'application/rss+xml; charset=utf-8',
      'no-store',
    ]);
    expect(feed.text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<rss version="2\.0"/);
    expect(feed.text).toContain('Villes &amp; &lt;rues&gt;\u00a0: 1\u00a0message attend');
    expect(feed.text).toContain('<link>https://forum.palabre.example/desk?category=villes</link>');
    expect(feed.text).not.toContain(WORDS);
    expect(feed.text).not.toContain('Ailleurs');
    expect(addressOf((await world.visitor(nadia.cookie).get('/me/mail')).text)).toBe('');
    expect((await world.visitor(nadia.cookie).get(path.replace('.xml', ''))).status).toBe(404);
  });

  it('opens nothing any more when it was renewed or revoked, or when the role is gone, even if that comes back', async () => {
    const former = await makeFeed();
    const path = await makeFeed();
    expect((await world.visitor().get(former)).status).toBe(404);
    expect((await world.visitor().get(path)).status).toBe(200);
    expect((await world.visitor(nadia.cookie).post('/me/feed', { action: 'revoke' })).status).toBe(303);
    expect((await world.visitor().get(path)).status).toBe(404);
    const last = await makeFeed();
    for (const role of ['member', 'moderator']) {
      expect((await world.visitor(ada.cookie).post(`/members/${nadia.id}/role`, { role })).status).toBe(303);
      expect((await world.visitor().get(last)).status).toBe(404);
    }
    expect(
      (await world.visitor(await world.session((await world.member('Mira')).id)).post('/me/feed', { action: 'make' }))
        .status,
    ).toBe(404);
  });
});
