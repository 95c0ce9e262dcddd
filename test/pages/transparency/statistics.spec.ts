import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FinishedMonths } from '../../../src/transparency/statistics/finished-months.js';
import { sowDecisions } from '../../sow-decisions.js';
import { until } from '../../until.js';
import { openWorld, type World } from '../../world.js';

let world: World;

const text = (html: { text: string } | null | undefined): string =>
  html?.text.replaceAll(/[\s\u00A0\u202F]+/g, ' ').trim() ?? '';
const page = async (path = '/transparency') => (await world.visitor().get(path)).html();
const rowsOf = (html: Awaited<ReturnType<typeof page>>, caption: string): string[] => {
  // The short name of a month is for narrow windows.
  for (const short of html.querySelectorAll('.thin')) short.remove();
  return html
    .querySelectorAll('table')
    .filter((table) => text(table.querySelector('caption')) === caption)
    .flatMap((table) =>
      table.querySelectorAll('tbody tr').map((row) => row.querySelectorAll('th, td').map(text).join(' ')),
    );
};

beforeAll(async () => {
  world = await openWorld();
  await world.db.owner.query(`update site set set_up_at = '2026-10-03T08:00:00Z'`);
  const villes = await world.category({ slug: 'villes', name: 'Dans nos villes' });
  const gares = await world.category({ slug: 'gares', name: 'Autour des gares' });
  await world.category({ slug: 'membres', name: 'Entre membres', audience: 'members' });
  const thread = await world.thread({ category: 'villes', title: 'Un sujet', text: 'Premier message' });
  const at = new Date('2026-10-20T10:00:00Z');
  for (const category of [villes, gares]) {
    const sow = (decision: string, count: number, more: { reason?: string; kind?: 'appeal' | 'report' } = {}) =>
      sowDecisions(world.db.owner, {
        category,
        thread,
        decision,
        delays: Array<number>(count).fill(130),
        at,
        ...more,
      });
    await sow('accept', 600);
    await sow('return', 9);
    await sow('spam', 14);
    for (const reason of ['off-topic', 'unsourced', 'personal-data']) await sow('refuse', 3, { reason });
    await sow('refuse', 12, { reason: 'insult' });
    for (const decision of ['accept', 'refuse']) await sow(decision, 6, { kind: 'appeal' });
    for (const decision of ['keep', 'take-down']) await sow(decision, 8, { kind: 'report' });
  }
}, 60_000);
afterAll(() => world.close());

describe('the statistics of moderation', () => {
  it('say nothing before a month is over, but how they are counted', async () => {
    const html = await page();
    expect(html.querySelectorAll('table, svg.drawn')).toHaveLength(0);
    expect(text(html.querySelector('main'))).toContain('Aucun mois n’est encore fini.');
    expect(text(html.querySelector('#method'))).toContain('Pas de nombre sous 5');
  });

  it('draw what was counted, each drawing with a table that says it', async () => {
    await world.app.get(FinishedMonths, { strict: false }).count(world.clock.now());
    await until(async () => expect((await page()).querySelectorAll('table').length).toBeGreaterThan(0));
    const html = await page();
    expect(rowsOf(html, 'Messages reçus, par mois')).toEqual(['octobre 2026 1 288 1 200 18 28']);
    expect(rowsOf(html, 'Délai de la décision')).toEqual(['octobre 2026 2 h 10 2 h 10']);
    expect(rowsOf(html, 'Recours, par mois')).toEqual(['octobre 2026 24 12 12']);
    // Three and three are six: told together, one could tell that both are from two to four.
    const [refused = ''] = rowsOf(html, 'Messages refusés, par motif');
    expect(refused).toMatch(/^octobre 2026( n. d. non donné| 6){2} 24( n. d. non donné| 6)$/);
    expect(refused).toContain('n. d. non donné');
    expect(text(html.querySelector('main'))).toMatch(
      /Moins de 5 chaque mois, pour chacun de ces motifs : .*publicité/,
    );
    expect(rowsOf(html, 'Après la parution, par mois')).toEqual([
      'octobre 2026 32 16 16 < 5 moins de 5 < 5 moins de 5',
    ]);
    for (const table of html.querySelectorAll('table')) {
      expect(table.querySelectorAll('thead th[scope="col"]').length).toBe(
        table.querySelectorAll('tbody tr:first-child > *').length,
      );
      expect(table.querySelectorAll('tbody th[scope="row"] time')).toHaveLength(1);
    }
    expect(html.querySelectorAll('svg.drawn').length).toBeGreaterThanOrEqual(5);
    // Nothing that is drawn is in nobody's table, so all of it may be hidden; and a strict CSP has nothing to refuse.
    for (const drawing of html.querySelectorAll('main svg')) {
      expect(drawing.closest('[aria-hidden="true"]')).not.toBeNull();
      expect(drawing.text.trim()).toBe('');
    }
    expect(html.querySelectorAll('[style], main script')).toHaveLength(0);
  });

  it('draw bars as high as their numbers', async () => {
    const [first] = (await page()).querySelectorAll('svg.drawn');
    const [published, rest] = first?.querySelectorAll('rect').map((bar) => Number(bar.getAttribute('height'))) ?? [];
    // 1,200 and 88 of 2,000 on 199 pixels.
    expect([published, rest]).toEqual([119.4, 8.8]);
  });

  it('are chosen by plain links, for a year and for a category that everybody reads', async () => {
    const html = await page();
    const links = html.querySelectorAll('.choice a').map((link) => [text(link), link.getAttribute('href')]);
    expect(links).toEqual([
      ['Douze derniers mois', '/transparency'],
      ['2026', '/transparency?year=2026'],
      ['Toutes', '/transparency'],
      ['Dans nos villes', '/transparency?category=villes'],
      ['Autour des gares', '/transparency?category=gares'],
    ]);
    const villes = await page('/transparency?year=2026&category=villes');
    expect(villes.querySelectorAll('.choice a[aria-current]').map(text)).toEqual(['2026', 'Dans nos villes']);
    expect(rowsOf(villes, 'Messages reçus, par mois')).toEqual(['octobre 2026 644 600 9 14']);
    expect(rowsOf(villes, 'Messages refusés, par motif')[0]).toMatch(
      /^octobre 2026( n. d. non donné| < 5 moins de 5)* 12( n. d. non donné| < 5 moins de 5)*$/,
    );
    for (const wrong of [
      '?category=membres',
      '?category=nulle-part',
      '?year=2025',
      '?year=26',
      '?year=2026&year=2026',
    ])
      expect((await world.visitor().get(`/transparency${wrong}`)).status).toBe(404);
  });

  it('are in a file with the same numbers and no others', async () => {
    const file = await world.visitor().get('/transparency/statistics.csv');
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [head = '', ...lines] = file.text.trimEnd().split('\r\n');
    const found = lines.map((line) =>
      Object.fromEntries(line.split(',').map((cell, at) => [head.split(',')[at], cell])),
    );
    expect(found.map(({ category }) => category)).toEqual(['', 'villes', 'gares']);
    expect(found[0]).toMatchObject({
      month: '2026-10',
      received: '1288',
      published: '1200',
      'refused:insult': '24',
      'refused:off-topic': 'not given',
      'refused:other': '<5',
      median_minutes: '130',
      ninth_minutes: '130',
      delays_of: 'decided',
      'taken-down': '<5',
    });
    expect(found[1]).toMatchObject({
      received: '644',
      'refused:insult': '12',
      'refused:off-topic': expect.stringMatching(/^(<5|not given)$/),
    });
    expect((await world.visitor().get('/transparency/statistics.csv?category=gares')).text.split('\r\n')).toHaveLength(
      3,
    );
    expect((await world.visitor().get('/transparency/statistics.csv?category=membres')).status).toBe(404);
  });

  it('are linked from the foot of every page and from the log, and speak English', async () => {
    expect((await world.visitor().get('/')).html().querySelector('footer a[href="/transparency"]')).not.toBeNull();
    expect((await page('/transparency/log')).querySelector('main a[href="/transparency"]')).not.toBeNull();
    expect((await page()).querySelector('main a[href="/transparency/log"]')).not.toBeNull();
    await world.db.owner.query(
      `update site set language = 'en'; select pg_notify('palabre_news', '{"news":"SiteChanged"}')`,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    const html = await page();
    expect(rowsOf(html, 'Posts received, by month')).toEqual(['October 2026 1,288 1,200 18 28']);
    expect(rowsOf(html, 'Delay of the decision')).toEqual(['October 2026 2 h 10 min 2 h 10 min']);
  });
});
