import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogues } from '../../client/kit/make-ui.js';
import { reportLines } from '../../src/command-line/report-lines.js';
import { importSpip, type SpipImport } from '../../src/import/import-spip.js';
import type { Report } from '../../src/import/report.js';
import { TestBrowser } from '../browser/kit/open-page.js';
import { hostSite } from '../host-site.js';
import { openWorld, type World } from '../world.js';
import { LONG, smallSite } from './small-site.js';
import { writeMysql, writeSqlite } from './spip-dump.js';

let world: World;
let home: string;
let first: Report;
let browser: TestBrowser;

const asked = (dump: string, more: Partial<SpipImport> = {}): SpipImport => ({
  dump: join(home, dump),
  site: 'feuille',
  dryRun: false,
  emails: false,
  links: false,
  prefix: null,
  articleAddress: null,
  ...more,
});
const bring = (dump: string, more: Partial<SpipImport> = {}): Promise<Report> =>
  importSpip(world.writer, asked(dump, more), world.clock.now());
const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await world.db.owner.query<T>(sql, values)).rows;
const counts = (tallies: Report['skipped'] | Report['noticed']): Record<string, number[]> =>
  Object.fromEntries([...tallies].map(([key, { ids }]) => [key, ids]));

interface Post {
  number: number;
  anchor: string | null;
  name: string;
  at: Date;
  published: Date;
  to: number | null;
  root: number;
  html: string;
}

const posts = (site: string, identifier: string): Promise<Post[]> =>
  rows<Post>(
    `select p.number, p.anchor, p.author_name as name, p.written_at as at, p.published_at as published,
      p.reply_to as "to", p.root, p.html
   from post p join article ar on ar.thread_id = p.thread_id join host_site h on h.id = ar.site_id where h.slug = $1
     and ar.identifier = $2 order by p.number`,
    [site, identifier],
  );
const waiting = (site: string): Promise<Record<string, unknown>[]> =>
  rows(
    `select s.status, s.author_name as name, s.source, s.reply_to as "to", s.email, s.written_at as at
      from desk.submission s
   join host_site h on h.category_id = s.category_id where h.slug = $1 and s.status <> 'published'
     order by s.written_at, s.source`,
    [site],
  );

/** Every table in which this text stands, whatever the column. */
async function standsIn(text: string): Promise<string[]> {
  const tables = await rows<{
    name: string;
  }>(`select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema in ('public', 'desk', 'private')`);
  const found = [];
  for (const { name } of tables)
    if ((await rows(`select 1 from ${name} t where t::text like '%' || $1 || '%' limit 1`, [text])).length > 0)
      found.push(name);
  return found.sort();
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'palabre-spip-'));
  world = await openWorld();
  browser = await TestBrowser.open(world);
  await world.member('Nadia');
  for (const slug of ['feuille', 'autre', 'essai'])
    await hostSite(world.db.owner, { slug, name: 'La Feuille', category: await world.category({ slug }) });
  writeSqlite(join(home, 'site.sqlite'), smallSite);
  await writeMysql(join(home, 'site.sql'), smallSite, { prefix: 'mut_7', rowsAtOnce: 5 });
  first = await bring('site.sqlite');
});
afterAll(async () => {
  await browser.close();
  await world.close();
  rmSync(home, { recursive: true, force: true });
});

const told: string[] = [];

describe('a site of SPIP', () => {
  it('brings its published messages in the order of their dates, each below what it answers', async () => {
    const brought = await posts('feuille', '331');
    expect(brought.map(({ anchor, to, root, name }) => [anchor?.slice(5) ?? null, to, root, name])).toEqual([
      ['20', null, 1, 'Élie'],
      ['1', null, 2, 'Zoé'],
      ['26', 2, 2, 'Gaël'],
      ['2', 2, 2, 'Amina'],
      ['3', 4, 2, 'Le bureau (SPIP)'],
      ['13', null, 6, 'Bastien'],
      ['14', null, 7, 'Bastien'],
      ['15', null, 8, 'Chloé'],
      ['16', null, 9, 'Chloé'],
      ['17', null, 10, 'Chloé'],
      ['18', null, 11, 'Dina'],
      ['19', null, 12, ''],
      ['22', null, 13, 'René'],
      ['23', null, 14, 'jean'],
      ['24', null, 15, 'NÁDIA (SPIP)'],
      ['25', null, 16, 'Fanny'],
      [null, 16, 16, 'Fanny'],
      [null, 16, 16, 'Fanny'],
      ['27', null, 19, `${'Très '.repeat(11)}Tr...`],
      ['32', null, 20, 'Jo'],
      ['33', null, 21, 'Jo'],
      ['21', null, 22, 'Élie'],
    ]);
  });

  it('keeps their dates, by the clocks of the site; one without a date has that of its article, one of the future that of today', async () => {
    const brought = await posts('feuille', '331');
    for (const { at, published } of brought) expect(published).toEqual(at);
    const at = (id: number): string | undefined =>
      brought.find(({ anchor }) => anchor === `forum${id}`)?.at.toISOString();
    expect([at(1), at(20), at(21)]).toEqual([
      '2024-07-02T08:00:00.000Z',
      '2024-07-01T06:00:00.000Z',
      world.clock.now().toISOString(),
    ]);
    const [thread] = await rows<{ title: string; first: Date; last: Date; count: number }>(
      `select t.title, published_at as first, last_post_at as last, post_count as count from thread t join article ar
        on ar.thread_id = t.id where ar.identifier = $1`,
      ['331'],
    );
    expect(thread).toEqual({
      title: 'La rénovation du gymnase',
      first: new Date('2024-07-01T06:00:00Z'),
      last: world.clock.now(),
      count: 22,
    });
  });

  it('has its shortcuts drawn by our own renderer, its links in full, its accents mended, and nothing that could harm', async () => {
    const html = Object.fromEntries((await posts('feuille', '331')).map(({ anchor, html: drawn }) => [anchor, drawn]));
    expect(html['forum1']).toContain('<strong>à tous</strong>');
    expect(html['forum1']).toContain('href="https://feuille.example/spip.php?article332"');
    expect(html['forum1']).toContain("<code>l'&amp;eacute;t&amp;eacute;</code>");
    expect(html['forum13']).toBe('<p>Et la piscine\u202f?</p>');
    expect(html['forum14']).toBe('<p><strong>Le sol</strong></p>\n<p>Il glisse.</p>');
    expect(html['forum22']).toContain('Un été en latin1.');
    expect(html['forum23']).toContain('L’été de Jean, à 3');
    expect(html['forum33']).toContain('l’été &lt;b&gt;, ');
    expect(html['forum33']).not.toContain('<img');
    expect(html['forum32']).not.toContain('jo.example');
    const parts = (await posts('feuille', '331'))
      .filter(({ name }) => name === 'Fanny')
      .map(({ html: drawn }) => drawn.replace(/<[^>]+>|\s/g, ''));
    expect(parts.join('')).toBe(LONG.replace(/\s/g, ''));
  });

  it('leaves what waits at the desk and nowhere else, and everything else out of the forum', async () => {
    expect(await waiting('feuille')).toMatchObject([
      {
        status: 'waiting',
        name: 'Lou',
        source: 'WAITING une première.',
        to: null,
        email: null,
        at: new Date('2024-07-02T08:30:00Z'),
      },
      { status: 'waiting', name: 'Lou', source: 'WAITING une réponse.', to: 4, email: null },
    ]);
    expect(await standsIn('WAITING')).toEqual(['desk.submission', 'desk.submission_version']);
    expect(await standsIn('SECRET')).toEqual([]);
    expect(await standsIn('example.org')).toEqual([]);
  });

  it('makes its published articles known, and opens a thread for those that have messages alone', async () => {
    expect(
      await rows(
        `select ar.identifier, ar.title, ar.url, ar.policy, ar.thread_id is not null as thread from article ar
       join host_site h on h.id = ar.site_id where h.slug = 'feuille' order by ar.identifier`,
      ),
    ).toEqual([
      {
        identifier: '331',
        title: 'La rénovation du gymnase',
        url: 'https://feuille.example/La-r%C3%A9novation',
        policy: null,
        thread: true,
      },
      {
        identifier: '332',
        title: 'Le marché du samedi',
        url: 'https://feuille.example/spip.php?article332',
        policy: null,
        thread: false,
      },
      {
        identifier: '334',
        title: 'Un vieil article',
        url: 'https://feuille.example/spip.php?article334',
        policy: 'closed',
        thread: true,
      },
      {
        identifier: '335',
        title: 'Article 335 Oh',
        url: 'https://feuille.example/spip.php?article335',
        policy: 'members',
        thread: true,
      },
    ]);
    expect((await posts('feuille', '335'))[0]?.html).toBe('<p>Well said : yes.</p>');
  });

  it('is accounted for: each message is in one place, with its reason', () => {
    expect(first.read).toEqual({ articles: 5, messages: 34, unreadable: 0 });
    expect(first.accounted).toBe(34);
    expect([first.messages, first.articles, first.sections, first.emails]).toEqual([
      { published: 22, waiting: 2, before: 0 },
      { made: 4, known: 0, unpublished: 1 },
      3,
      0,
    ]);
    expect(counts(first.skipped)).toEqual({
      off: [5],
      spam: [6],
      internal: [7, 8],
      'other-object': [9],
      'article-unpublished': [10],
      'article-missing': [11],
      empty: [12],
      unfinished: [30],
      status: [31],
    });
    expect(counts(first.noticed)).toEqual({
      'title-kept': [3, 13, 14],
      'parent-not-public': [15],
      'parent-missing': [16],
      loop: [18, 19],
      undated: [20],
      future: [21],
      mended: [22, 23],
      'name-was-mail': [23],
      'name-taken': [3, 24],
      'text-parted': [25],
      'name-cut': [27],
      'link-left': [32],
      'article-closed': [334],
      'article-members': [335],
      'article-title-cut': [335],
    });
    for (const language of ['fr', 'en'] as const) {
      const lines = reportLines(first, catalogues[language].spip, { dry: false, emails: false });
      expect(lines.length).toBeGreaterThan(30);
      expect(lines.filter((line) => /undefined|\bname-|\barticle-|null/.test(line))).toEqual([]);
    }
  });

  it('comes again without anything twice: what is new comes, what was withdrawn here stays away, and what was decided stays decided', async () => {
    const before = await posts('feuille', '331');
    const again = await bring('site.sqlite');
    expect([again.messages, again.articles.known, again.accounted]).toEqual([
      { published: 0, waiting: 0, before: 24 },
      4,
      34,
    ]);
    expect(await posts('feuille', '331')).toEqual(before);
    await world.db.owner.query(`update article set policy = 'before' where identifier = '334'`);
    await world.db.owner.query(
      `update desk.submission set status = 'withdrawn', source = '', html = '', author_name = ''
        where source = 'WAITING une première.'`,
    );
    const forum = [
      ...(smallSite.forum ?? []),
      {
        id_forum: 40,
        id_objet: 331,
        id_parent: 2,
        titre: '',
        texte: 'Depuis.',
        auteur: 'Lou',
        date_heure: '2024-08-01 10:00:00',
      },
    ];
    writeSqlite(join(home, 'later.sqlite'), {
      ...smallSite,
      articles: [{ id_article: 331, titre: 'Un autre titre' }, ...(smallSite.articles ?? []).slice(1)],
      forum,
    });
    const later = await bring('later.sqlite');
    expect(later.messages).toEqual({ published: 1, waiting: 0, before: 24 });
    expect((await posts('feuille', '331')).at(-1)).toMatchObject({
      number: 23,
      anchor: 'forum40',
      to: 4,
      root: 2,
      at: new Date('2024-08-01T08:00:00Z'),
    });
    expect(await rows(`select title from thread where of_article order by id limit 1`)).toEqual([
      { title: 'Un autre titre' },
    ]);
    expect(await rows(`select policy from article where identifier = '334'`)).toEqual([{ policy: 'before' }]);
    expect(await standsIn('WAITING une première')).toEqual(['desk.submission_version']);
  });
});

describe('a message that the forum does not take', () => {
  it('is left out with the reason, and holds nobody else up', async () => {
    await world.db.owner.query(`update article set removed = true where identifier = '334'`);
    await world.db.owner.query(
      `update thread set retired = true where id = (select thread_id from article where identifier = '335' limit 1)`,
    );
    const late = [334, 335, 331].map((article, n) => ({
      id_forum: 50 + n,
      id_objet: article,
      texte: 'SECRET tardif ?',
      auteur: 'Lou',
      date_heure: '2024-09-01 10:00:00',
    }));
    writeSqlite(join(home, 'late.sqlite'), {
      ...smallSite,
      forum: [...late.slice(0, 2), { ...late[2], texte: 'Bien reçu.' }],
    });
    const report = await bring('late.sqlite');
    expect([report.messages.published, counts(report.skipped)]).toEqual([
      1,
      { 'article-removed': [50], 'failed:thread-gone': [51] },
    ]);
    expect(await standsIn('SECRET')).toEqual([]);
    expect(reportLines(report, catalogues.fr.spip, { dry: false, emails: false })).toContain(
      '  1\u00a0: refusés par le forum [thread-gone] (n°\u00a051)',
    );
  });
});

describe('an old link to a message', () => {
  it('leads to it on whatever page it stands, and leaves who follows it to a message that did not come', async () => {
    const guest = world.visitor();
    const section = await guest.get('/articles/feuille/331');
    expect(section.status).toBe(302);
    const address = section.headers.get('location') ?? '';
    const [thread] = /\/thread\/\d+/.exec(address) ?? [];
    expect((await guest.get(address)).text).toContain('id="forum1"');
    expect((await guest.get(address)).text).not.toContain('id="forum21"');
    const led = await guest.get(`${thread}/anchors/forum21`);
    expect([led.status, led.headers.get('location')]).toEqual([302, `${address}?page=2#post-22`]);
    for (const none of ['forum5', 'forum4', 'forum999', 'autre'])
      expect((await guest.get(`${thread}/anchors/${none}`)).status).toBe(404);

    const page = await browser.page('/articles/feuille/331#forum21');
    await page.waitForURL('**?page=2#post-22');
    await page.goto(`${address}?page=2#forum1`);
    await page.waitForURL((url) => url.hash === '#post-2' && url.search === '');
    await page.goto(`${address}?page=2#forum20`);
    await page.waitForURL((url) => url.hash === '#post-1');
    expect(await browser.tidy()).toEqual([]);
  });
});

describe('the text of mysqldump, with another prefix', () => {
  it('brings the same, and a trial brings nothing; nobody is told, and no mail leaves', async () => {
    await world.db.owner.query('listen palabre_news');
    world.db.owner.on('notification', ({ payload }) => told.push(payload ?? ''));
    const tables = `select (select count(*) from desk.submission)::int as sent, (select count(*)
      from post)::int as posts, (select count(*) from article)::int as articles,
      (select count(*) from desk.decision)::int as log, (select count(*) from graphile_worker.jobs)::int as jobs`;
    const [before] = await rows<{ jobs: number; log: number }>(tables);
    const trial = await bring('site.sql', { site: 'autre', dryRun: true });
    expect([trial.messages, trial.articles.made, trial.accounted]).toEqual([
      { published: 22, waiting: 2, before: 0 },
      4,
      34,
    ]);
    expect(await rows(tables)).toEqual([before]);
    expect(told).toEqual([]);
    const report = await bring('site.sql', { site: 'autre' });
    expect([report.messages, report.skipped, report.noticed]).toEqual([first.messages, first.skipped, first.noticed]);
    const feuille = (await posts('feuille', '331')).slice(0, 22);
    expect(await posts('autre', '331')).toEqual(feuille);
    expect(await rows(tables)).toMatchObject([{ jobs: before?.jobs, log: before?.log }]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told).toEqual(['{"news":"SiteChanged"}']);
  });

  it('keeps mail addresses and links where that was asked, for the team alone and below the text, and writes to nobody', async () => {
    const jobs = 'select count(*)::int as count from graphile_worker.jobs';
    const before = await rows(jobs);
    const report = await bring('site.sql', {
      site: 'essai',
      emails: true,
      links: true,
      articleAddress: 'https://ailleurs.example/{id}.html',
    });
    expect((await waiting('essai')).map(({ email }) => email)).toEqual(['lou@example.org', null]);
    expect(report.emails).toBe(23);
    expect(await rows(jobs)).toEqual(before);
    expect(await standsIn('lou@example.org')).toEqual(['desk.submission']);
    const linked = (await posts('essai', '331')).find(({ anchor }) => anchor === 'forum32')?.html;
    expect(linked).toContain('<a href="https://jo.example/" rel="nofollow ugc noreferrer">Mon site</a>');
    expect(
      await rows(
        `select url from article ar join host_site h on h.id = ar.site_id where h.slug = 'essai'
          and identifier = '332'`,
      ),
    ).toEqual([{ url: 'https://ailleurs.example/332.html' }]);
  });
});

describe('an import that cannot be', () => {
  it('says why before it writes anything', async () => {
    await expect(bring('site.sqlite', { site: 'inconnu' })).rejects.toThrow(
      '--site autre, --site essai, --site feuille',
    );
    await expect(bring('site.sqlite', { site: null })).rejects.toThrow('Say which site');
    await expect(bring('site.sqlite', { articleAddress: 'https://x.example/12' })).rejects.toThrow('{id}');
    await expect(bring('site.sql', { prefix: 'spip' })).rejects.toThrow('no tables of SPIP');
    writeSqlite(join(home, 'bare.sqlite'), { articles: [{ id_article: 1, titre: 'Un' }] });
    await expect(bring('bare.sqlite')).rejects.toThrow('does not say where the site is');
    writeSqlite(join(home, 'two.sqlite'), smallSite, 'un');
    writeSqlite(join(home, 'two.sqlite'), smallSite, 'deux');
    await expect(bring('two.sqlite')).rejects.toThrow('--prefix (deux, un)');
  });
});
