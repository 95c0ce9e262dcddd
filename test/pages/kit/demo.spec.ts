import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { inItsOwnTime } from '../../../src/database/own-time.js';
import { demonstrate } from '../../../src/demo/demonstrate.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { TELL_REMINDERS } from '../../../src/notices/cases/telling-reminders.js';
import { KINDS } from '../../../src/submissions/kind.js';
import { chromiumLaunchOptions } from '../../browser/kit/chromium.js';
import { drawnBy } from '../../browser/kit/drawn-by.js';
import { kindOf, walkWidths } from '../../browser/kit/widths.js';
import { openWorld, type World } from '../../world.js';

let world: World;
let printed: string;
const LONG = 'Unmotquinefinitpasetquinesecoupenullepartparcequepersonnenyaprevudetiret';
const PAGES_OF_ONE_WORD: Record<string, [string, string]> = {
  '/word': [
    'text/html',
    '<!doctype html><link rel="stylesheet" href="/one.css"><b>Unmotquinefinitpasetquinesecoupen</b>',
  ],
  '/one.css': ['text/css', 'body { margin: 0; font: 16px var(--serif) }'],
};
const INTERRUPTED = 'Ctrl-C was pressed';

/** As a start does it: in its own time, for an act waits for its files, which a busy machine cleans late. */
async function start(say: (line: string) => void, stopping = new AbortController().signal): Promise<void> {
  const opening = { config: world.config, database: world.db.database, now: world.clock.now(), stopping };
  const told = await inItsOwnTime(() => demonstrate(opening, say));
  told('http://demo.example');
}

async function rows<T>(sql: string): Promise<T[]> {
  return (await world.db.owner.query(sql)).rows as T[];
}

async function number(sql: string): Promise<number> {
  const [row] = await rows<{ n: number }>(`select count(*)::int as n from ${sql}`);
  return row?.n ?? -1;
}

const recent = async () => (await world.visitor().get('/recent')).html();

beforeAll(async () => {
  world = await openWorld({ bare: true });
}, 60_000);
afterAll(() => world.close());

describe('a demonstration', () => {
  it('whose making is interrupted is not set up', async () => {
    const stopping = new AbortController();
    const interrupted = start((line) => {
      if (line.includes(' of ')) stopping.abort(new Error(INTERRUPTED));
    }, stopping.signal);
    await expect(interrupted).rejects.toThrow(INTERRUPTED);
    expect(await number('post')).toBeGreaterThan(0);
    expect(await number('site where set_up_at is not null')).toBe(0);
  }, 300_000);

  it('is continued by the next start, an hour later, with nothing doubled and nothing missing', async () => {
    world.clock.advance(3_600_000);
    await start((line) => {
      printed = line;
    });
    expect(await number('site where set_up_at is not null')).toBe(1);
    expect(await number('thread')).toBe(91);
    expect(await number('post')).toBe(1_897);
    expect(await number(`(select from thread where last_number = 1200) long`)).toBe(1);
    expect(await number('document')).toBe(9);
    expect(
      await number(`desk.document d join desk.submission s on s.id = d.submission_id and s.status = 'waiting'`),
    ).toBe(3);
    expect((await world.visitor().get('/')).text).toMatch(/Délai habituel\u00a0: [^.]+\./);
    expect(await number('(select distinct author_name from post where gone is null) people')).toBe(45);
    expect(await number('thread t where last_number <> (select count(*) from post p where p.thread_id = t.id)')).toBe(
      0,
    );
    expect(await number('(select distinct category_id from thread) rooms')).toBe(7);
  }, 300_000);

  it('has no two messages that say the same', async () => {
    expect(
      await number('(select source from post where gone is null group by source having count(*) > 1) twice'),
    ).toBe(0);
  });

  it('tells of a year that ends now, in the order of publication', async () => {
    const [year] = await rows<{ days: number; minutes: number }>(
      `select extract(day from max(published_at) - min(published_at))::int as days,
         (extract(epoch from '2026-11-22T14:00Z'::timestamptz - max(published_at)) / 60)::int as minutes from post`,
    );
    expect(year?.days).toBeGreaterThan(320);
    expect(year?.minutes).toBeGreaterThanOrEqual(0);
    expect(year?.minutes).toBeLessThan(10);
    expect(
      await number(
        `(select published_at < lag(published_at) over (partition by thread_id order by number) as earlier from post) p where earlier`,
      ),
    ).toBe(0);
    expect(await number('post where published_at < written_at')).toBe(0);
    expect(
      await number(
        'post p join post r on r.thread_id = p.thread_id and r.number = p.reply_to where p.written_at < r.published_at',
      ),
    ).toBe(0);
  });

  it('has something of each kind at the desk, and of each end that a message can have', async () => {
    const found = await rows<{ kind: string; status: string; guest: boolean }>(
      'select distinct kind, status, author_id is null as guest from desk.submission',
    );
    const ends = found.map(({ kind, status, guest }) => `${status} ${kind} by a ${guest ? 'guest' : 'member'}`);
    expect(ends).toEqual(
      expect.arrayContaining(
        ['thread', 'reply', 'edit'].flatMap((kind) => [`waiting ${kind} by a guest`, `waiting ${kind} by a member`]),
      ),
    );
    expect(new Set(found.map(({ status }) => status))).toEqual(
      new Set(['waiting', 'returned', 'refused', 'spam', 'withdrawn', 'published']),
    );
    expect(await rows('select distinct gone from post where gone is not null order by gone')).toEqual([
      { gone: 'moved' },
      { gone: 'taken-down' },
      { gone: 'withdrawn' },
    ]);
    expect(
      await number(
        'post where edited_at is not null or exists (select from desk.revision r where r.thread_id = post.thread_id and r.number = post.number)',
      ),
    ).toBeGreaterThan(2);
    expect(await number('post where reply_to is not null')).toBeGreaterThan(50);
    const kinds = await rows<{ kind: string; n: number }>(
      `select kind, count(*)::int as n from desk.submission where status = 'waiting' group by kind`,
    );
    expect(kinds.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThanOrEqual(60);
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['thread', 'reply', 'words', 'comment', 'edit', 'profile', 'report', 'appeal']),
    );
    const held = await rows<{ reason: string }>(
      `select distinct split_part(unnest(held_for), ':', 1) as reason from desk.submission where status = 'waiting'`,
    );
    expect(held.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['hold-all', 'guest', 'newcomer', 'links', 'repeated', 'blocked-word', 'proposal']),
    );
    const decisions = await rows<{ decision: string }>('select distinct decision from desk.decision');
    expect(decisions.map(({ decision }) => decision)).toEqual(
      expect.arrayContaining([
        'accept',
        'edit-and-accept',
        'return',
        'refuse',
        'spam',
        'take-down',
        'restore',
        'withdraw',
        'publish',
        'undo',
        'agree',
        'keep',
        'lock',
        'pin',
        'split',
        'team-edit',
        'suspend',
      ]),
    );
    expect(await number('desk.claim')).toBeGreaterThan(2);
    expect(
      await number('(select submission_id from desk.report group by submission_id having count(*) > 1) gathered'),
    ).toBeGreaterThan(1);
    expect(
      await number(
        `desk.agreement a join desk.submission s on s.id = a.submission_id and s.version = a.version and s.status = 'waiting'`,
      ),
    ).toBe(1);
    for (const mark of ['<blockquote', '<li>', '<code', '<strong>', '<table', '<a href="https://', '<del>'])
      expect({ mark, posts: await number(`post where html like '%${mark}%'`) }).not.toEqual({ mark, posts: 0 });
  });

  it('has a workshop with a question that was answered and one that was not, and holds no known members while it runs', async () => {
    const [{ thread = 0 } = {}] = await rows<{ thread: number }>(
      'select thread_id as thread from thread_during where date_id is not null',
    );
    const at = (await world.visitor().get(`/thread/${thread}`)).location ?? '';
    const page = (await world.visitor().get(`${at}?view=questions`)).html();
    expect(page.querySelectorAll('li[data-question]').map((each) => each.hasAttribute('data-answered'))).toEqual([
      false,
      true,
    ]);
    expect(
      await rows(`select c.hold from thread t join category c on c.id = t.category_id where t.id = ${thread}`),
    ).toEqual([{ hold: 'all' }]);
  });

  it('reminds a member of the dates of two cases, one of which comes within a fortnight', async () => {
    const due = world.app.get(Jobs, { strict: false }).all.get(TELL_REMINDERS.name);
    for (let turn = 0; turn < 2; turn += 1) {
      await due?.work({}, { now: world.clock.now(), stopping: new AbortController().signal });
      world.clock.advance(31_000);
    }
    expect(
      await rows(`select m.name, (select kind from private.notice n where n.member_id = m.id
        and n.thread_id = r.thread_id) as told from private.case_reminder r join member m on m.id = r.member_id
        order by r.thread_id`),
    ).toEqual([
      { name: 'Maud Tessier', told: 'authority-is-late' },
      { name: 'Maud Tessier', told: 'due-in-two-weeks' },
    ]);
  });

  it('gives four accounts that can log in with what is printed, and others at the next start', async () => {
    const accounts = (table: string) => [
      ...table.matchAll(/^(member|moderator|organizer|administrator) +(\S+(?: \S+)+?) {2,}(\S+)/gm),
    ];
    const first = printed;
    expect(accounts(first).map(([, role]) => role)).toEqual(['member', 'moderator', 'organizer', 'administrator']);
    expect(first).toContain('http://demo.example');
    const [, , name = '', password = ''] = accounts(first)[1] ?? [];
    expect((await world.visitor().post('/login', { name, password })).status).toBe(303);
    const posts = await number('post');
    await start((line) => {
      printed = line;
    });
    expect(await number('post')).toBe(posts);
    expect((await world.visitor().post('/login', { name, password })).status).toBe(401);
    const [, , , fresh = ''] = accounts(printed)[1] ?? [];
    expect((await world.visitor().post('/login', { name, password: fresh })).status).toBe(303);
  });

  it('prints follow pages of guests that can be opened, the same ones at each start', async () => {
    const addresses = [...printed.matchAll(/http:\/\/demo\.example(\/follow\/\S+)/g)].map(([, path = '']) => path);
    expect(addresses).toHaveLength(5);
    const states = await Promise.all(
      addresses.map(async (path) => (await world.visitor().get(path)).html().querySelector('main')?.text ?? ''),
    );
    for (const [place, words] of [
      'en attente',
      'Retirez seulement la plaque',
      'Motif\u00a0: doublon',
      'une personne de l’équipe va la lire',
      'la décision est annulée',
    ].entries())
      expect(states[place]).toContain(words);
  });

  it('holds what a guest answers in the first thread of /recent', async () => {
    const link = (await recent()).querySelector('main a[href^="/thread/"]')?.getAttribute('href') ?? '';
    const id = /^\/thread\/(\d+)/.exec(link)?.[1];
    const before = await number('post');
    const sent = await world.visitor().post(`/thread/${id}/replies`, {
      text: 'Je passe et je réponds.',
      name: 'Essai',
      email: '',
      key: 'essai-de-la-demonstration',
    });
    expect(sent.status).toBe(303);
    expect(sent.location).toMatch(/^\/follow\//);
    expect(await number('post')).toBe(before);
    expect(await number(`desk.submission where author_name = 'Essai' and status = 'waiting'`)).toBe(1);
  });
});

describe('no page of the demonstration', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch(await chromiumLaunchOptions());
  });
  afterAll(() => browser.close());

  it('is wider than the screen, whatever the font and however long a word', async () => {
    const [room] = await rows<{ slug: string }>(
      `select slug from category where audience = 'everyone' and guests_write and not closed and agreement = 1`,
    );
    const long = await world.thread({ category: room?.slug ?? '', title: LONG, text: `${LONG}\n\n> ${LONG}` });
    const sent = await world.visitor().post(`/thread/${long}/replies`, {
      text: LONG,
      name: LONG.slice(0, 40),
      email: '',
      key: 'a-key-of-a-long-word',
    });
    expect(sent.status).toBe(303);
    const ada = await world.member(LONG.slice(0, 30), { role: 'administrator' });
    const desk = ['/desk', '/desk?links=1', '/desk?older=1h', ...KINDS.map((kind) => `/desk?kind=${kind}`)];
    const guest = await walkWidths(browser, {
      url: world.url,
      cookie: null,
      start: ['/', `/thread/${long}`, sent.location ?? ''],
    });
    const team = await walkWidths(browser, {
      url: world.url,
      cookie: ada.cookie,
      start: [...desk, '/', `/thread/${long}`],
    });
    expect(guest.wide).toEqual([]);
    expect(team.wide).toEqual([]);
    expect(guest.kinds.length).toBeGreaterThan(20);
    expect(team.kinds).toEqual(
      expect.arrayContaining([...desk.map(kindOf), '/desk/submissions/ID', '/desk/log', '/members']),
    );
  }, 400_000);

  it('lacks the styles of what it shows, though those that show threads alone load only the first sheet', async () => {
    const threads = await rows<{ id: number; kind: string }>(`select id, kind from thread`);
    const slugs = await rows<{ slug: string }>(`select slug from category where audience = 'everyone'`);
    const nils = await world.member('Nils', { role: 'administrator' });
    const lists = ['/', '/recent', '/unread', ...slugs.map(({ slug }) => `/category/${slug}`)];
    for (const cookie of [null, nils.cookie]) {
      const start = [...lists, ...threads.map(({ id }) => `/thread/${id}`)];
      const pages = await drawnBy(browser, { url: world.url, cookie, start }, { sheet: 'wings', from: '/cases' });
      expect(pages.filter(({ loads, drawn }) => !loads && drawn.length > 0)).toEqual([]);
      const kindOfPage = new Map(threads.map(({ id, kind }) => [`/thread/${id}`, kind]));
      for (const { path, loads, drawn } of pages) {
        const showsMore = (kindOfPage.get(path) ?? 'thread') !== 'thread' || (path === '/unread' && cookie === null);
        expect([path, loads]).toEqual([path, showsMore]);
        if (kindOfPage.has(path) && showsMore) expect(drawn).not.toEqual([]);
      }
    }
  }, 120_000);

  it('would be too wide unnoticed, were it so in one font and for one width alone', async () => {
    const server = createServer((asked, answer) => {
      const [type, text] = PAGES_OF_ONE_WORD[asked.url ?? ''] ?? [
        'text/html',
        '<!doctype html><a href="/word">mot</a>',
      ];
      answer.setHeader('content-type', type).end(text);
    });
    await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { wide } = await walkWidths(browser, { url, cookie: null, start: ['/'] });
    server.close();
    expect(wide).toEqual([expect.stringMatching(/^\/word is \d+ px wider than 320 px in the font Wide: {2}> B\.$/)]);
  });
});
