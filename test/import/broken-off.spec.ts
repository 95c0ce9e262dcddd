import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { importSpip, type SpipImport } from '../../src/import/import-spip.js';
import { render } from '../../src/markup/render.js';
import { cleanText } from '../../src/submissions/clean.js';
import { spipCases, withCorpora } from '../corpora/shared.js';
import { freshDatabase, type TestDatabase } from '../database.js';
import { hostSite } from '../host-site.js';
import { manyMessages } from './many-messages.js';
import { writeMysql, writeSqlite } from './spip-dump.js';

const NOW = new Date('2026-11-22T14:00:00Z');
let db: TestDatabase;
let home: string;

const asked = (dump: string, site: string): SpipImport => ({
  dump: join(home, dump),
  site,
  dryRun: false,
  emails: false,
  links: false,
  prefix: null,
  articleAddress: null,
});
const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await db.owner.query<T>(sql, values)).rows;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'palabre-broken-'));
  db = await freshDatabase();
  for (const slug of ['feuille', 'corpus']) {
    const [category] = await rows<{ id: number }>('insert into category (slug, name) values ($1, $1) returning id', [
      slug,
    ]);
    await hostSite(db.owner, { slug, category: category?.id ?? 0 });
  }
});
afterAll(async () => {
  await db.close();
  rmSync(home, { recursive: true, force: true });
});

it('an import that is killed in the middle is finished by the next one, and nothing is there twice', async () => {
  const [count, articles] = [200, 2];
  await writeMysql(join(home, 'many.sql'), manyMessages(count, articles));
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'import-child.js'),
      JSON.stringify({ ...db.connections, asked: asked('many.sql', 'feuille') }),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  for await (const line of createInterface(child.stdout)) if (Number(line) >= 50) break;
  child.kill('SIGKILL');
  if (child.signalCode === null) await once(child, 'exit');
  const [half] = await rows<{ count: number }>('select count(*)::int as count from desk.spip_message');
  expect(half?.count).toBeGreaterThanOrEqual(50);
  expect(half?.count).toBeLessThan(count);

  // Two at once, as when somebody grows impatient.
  const reports = await Promise.all([1, 2].map(() => importSpip(db.writer, asked('many.sql', 'feuille'), NOW)));
  for (const report of reports) expect(report.accounted).toBe(count);
  expect(reports.reduce((sum, { messages }) => sum + messages.published + messages.waiting, 0)).toBe(
    count - (half?.count ?? 0),
  );
  expect(
    await rows(
      `select count(*)::int as posts, count(distinct anchor)::int as anchors, count(distinct thread_id)::int as threads
        from post`,
    ),
  ).toEqual([{ posts: 180, anchors: 180, threads: 2 }]);
  expect(await rows(`select count(*)::int as count from desk.submission where status = 'waiting'`)).toEqual([
    { count: 20 },
  ]);
  expect(
    await rows('select thread_count as threads, post_count as posts from category where slug = $1', ['feuille']),
  ).toEqual([{ threads: 2, posts: 180 }]);
  // Numbers without a gap, each as counted, in the order of the dates, and no answer before what it answers.
  expect(
    await rows(`select t.id from thread t join post p on p.thread_id = t.id group by t.id
    having max(p.number) <> count(*) or t.post_count <> count(*) or t.last_number <> count(*)
      or t.last_post_at <> max(p.written_at)`),
  ).toEqual([]);
  expect(
    await rows(
      `select 1 from post a join post b using (thread_id) where a.number < b.number and a.written_at > b.written_at`,
    ),
  ).toEqual([]);
  expect(await rows(`select 1 from post where reply_to >= number or (reply_to is null) <> (root = number)`)).toEqual(
    [],
  );
}, 60_000);

withCorpora('the texts that SPIP was tried with', () => {
  it('all come, and are drawn as our renderer draws them', async () => {
    const texts = spipCases()
      .map(({ input }) => input)
      .filter((text) => text.trim().length > 1);
    writeSqlite(join(home, 'corpus.sqlite'), {
      articles: [{ id_article: 1, titre: 'Corpus' }],
      meta: [{ nom: 'adresse_site', valeur: 'https://feuille.example' }],
      forum: texts.map((texte, n) => ({
        id_forum: n + 1,
        id_objet: 1,
        texte,
        auteur: 'Corpus',
        date_heure: '2024-01-01 10:00:00',
      })),
    });
    const report = await importSpip(db.writer, asked('corpus.sqlite', 'corpus'), NOW);
    expect([report.messages.published, [...report.skipped.keys()]]).toEqual([texts.length, []]);
    const posts = await rows<{ source: string; html: string; number: number }>(
      `select p.source, p.html, p.number from post p join article ar on ar.thread_id = p.thread_id join host_site h
        on h.id = ar.site_id and h.slug = 'corpus' order by p.number`,
    );
    for (const { source, html, number } of posts)
      expect(html).toBe(render(source, 'fr').replaceAll(/(id="|href="#)(note|ref)-/g, `$1p${number}-$2-`));
    const alike = posts.filter(({ source }, n) => source === cleanText(texts[n] ?? '')).length;
    expect(alike).toBeGreaterThan(posts.length * 0.9);
  }, 60_000);
});
