import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FinishedMonths } from '../../src/transparency/statistics/finished-months.js';
import { Statistics } from '../../src/transparency/statistics/statistics.js';
import { NotFound } from '../../src/errors/errors.js';
import { Jobs } from '../../src/jobs/jobs.js';
import type { Visitor } from '../../src/visitors/visitor.js';
import { DeskRoom, replyDraft, verdict } from '../desk-room.js';
import { SettableClock } from '../settable-clock.js';
import { sowDecisions, type Sown } from '../sow-decisions.js';
import { until } from '../until.js';
import { sowWaiting } from '../waiting-rows.js';

const OCTOBER = new Date('2026-10-14T10:00:00Z');
const SEPTEMBER = new Date('2026-09-25T10:00:00Z');
const DECEMBER = new Date('2026-12-01T09:00:00Z');
const times = (count: number, minutes = 60): number[] => Array<number>(count).fill(minutes);

let room: DeskRoom;
let sage: Visitor;
let months: FinishedMonths;
let statistics: Statistics;
let villes: number;
let gares: number;
let thread: number;

/** In two categories alike, so that no number of one gives away a small one of the other. */
const sow = async (sown: Omit<Sown, 'category' | 'thread' | 'at'> & Partial<Sown>): Promise<string[]> => {
  await sowIn(gares, sown);
  return sowIn(villes, sown);
};
const sowIn = (category: number, sown: Omit<Sown, 'category' | 'thread' | 'at'> & Partial<Sown>): Promise<string[]> =>
  sowDecisions(room.db.owner, { category, thread, at: OCTOBER, ...sown });

beforeAll(async () => {
  room = await DeskRoom.open();
  await room.rows(`update site set set_up_at = '2026-09-20T08:00:00Z', time_zone = 'Europe/Paris'`);
  villes = await room.category('villes');
  gares = await room.category('gares');
  await room.category('membres', { audience: 'members' });
  sage = await room.member('Sage', 'administrator', { moderates: null });
  ({ thread } = await room.thread('villes', 'Un sujet', 'Premier message', sage, sage));
  months = new FinishedMonths(new Jobs(room.db.writer, new SettableClock()), room.db.writer);
  statistics = new Statistics(room.db.reader);
});
afterAll(() => room.close());

const stored = (): Promise<unknown[]> =>
  room.rows(`select 'm', month, category_id, median_minutes::text, ninth_minutes::text, null from moderated_month
  union all select 'f', month, category_id, figure, reason, count from moderated_figure order by 1, 2, 3, 4, 5`);
const monthOf = async (month: string, category?: string) =>
  (await statistics.page({ category })).months.find((one) => one.month === month);

describe('the months of moderation', () => {
  it('are counted from what was decided in them, by the clock of the site', async () => {
    // From ten minutes to a hundred, and six refusals after 200: sixteen in all.
    await sow({ decision: 'accept', delays: [10, 20, 30, 40, 50, 60, 70, 80, 90, 100] });
    await sow({ decision: 'refuse', reason: 'insult', delays: times(6, 200) });
    await sow({ decision: 'return', delays: times(5, 30) });
    await sow({ decision: 'spam', delays: times(7, 5) });
    for (const reason of ['off-topic', 'advertising', 'other', 'unsourced', 'personal-data'])
      await sow({ decision: 'refuse', reason, delays: times(1, 120) });
    // 23:30 in Paris is October still, an hour later it is not.
    await sow({ decision: 'accept', delays: times(5), at: new Date('2026-10-31T22:30:00Z') });
    await sow({ decision: 'accept', delays: times(9), at: new Date('2026-10-31T23:30:00Z') });
    await sowIn(gares, { decision: 'accept', delays: [7, 8, 9, 10, 11], at: SEPTEMBER });
    await sowIn(gares, { decision: 'publish', delays: times(50, 0), at: SEPTEMBER });
    await sow({ kind: 'appeal', decision: 'accept', delays: times(8) });
    await sow({ kind: 'appeal', decision: 'refuse', delays: times(5) });
    await sow({ kind: 'report', decision: 'keep', delays: times(11) });
    await sow({ kind: 'report', decision: 'take-down', reason: 'insult', delays: times(5) });
    await months.count(DECEMBER);
    expect(await monthOf('2026-10-01', 'villes')).toEqual({
      month: '2026-10-01',
      figures: {
        received: 38,
        published: 15,
        returned: 5,
        spam: 7,
        appeals: 13,
        granted: 8,
        confirmed: 5,
        reports: 16,
        kept: 11,
        removed: 5,
      },
      refused: { insult: 6 },
      // By hand, sorted: 7 × 5, 10, 20, 6 × 30, 40, 50, 6 × 60 (one of ten, five late), 70, 80, 90, 100, 5 × 120, 6 ×
      // 200: 38 of them, so the median lies between the 19th and the 20th, the ninth tenth at 33.3 between two of 200.
      delay: { median: 60, ninth: 200, of: 'decided' },
    });
  });

  it('give the percentiles that one gets by hand, of what was published where the rest is too small to be known', async () => {
    // 7 8 9 10 11: the third, and 0.6 of the way from the fourth to the fifth, in whole minutes.
    expect(await monthOf('2026-09-01', 'gares')).toEqual({
      month: '2026-09-01',
      figures: { received: 'withheld', published: 5 },
      refused: {},
      delay: { median: 9, ninth: 11, of: 'published' },
    });
  });

  it('begin with that of the set-up, whether or not anything happened, and end with the last one that is over', async () => {
    const { months: all, years } = await statistics.page({});
    expect(all.map(({ month }) => month)).toEqual(['2026-09-01', '2026-10-01', '2026-11-01']);
    expect(all[2]).toEqual({
      month: '2026-11-01',
      figures: { published: 19, received: 'withheld' },
      refused: {},
      delay: { median: 60, ninth: 60, of: 'published' },
    });
    expect(years).toEqual([2026]);
    const before = await stored();
    await months.count(new Date('2026-12-31T23:05:00Z'));
    expect(await stored()).toEqual(before);
  });

  it('do not change: what is undone in time never counted, what is undone later counts as an undoing of its own month', async () => {
    const at = new Date('2026-12-10T10:00:00Z');
    const rows = await sow({ decision: 'refuse', reason: 'insult', delays: times(9), at });
    for (const decision of ['accept', 'spam', 'return']) await sow({ decision, delays: times(20), at });
    for (const reason of ['off-topic', 'advertising', 'other', 'unsourced', 'personal-data'])
      await sow({ decision: 'refuse', reason, delays: times(1), at });
    const undo = async (ids: string[], when: string): Promise<void> => {
      for (const id of ids)
        await room.rows(
          `insert into desk.decision (decided_at, member_name, decision, category_id, undoes)
            values ($1, 'Sage', 'undo', $2, $3)`,
          [when, villes, id],
        );
    };
    await undo(rows.slice(0, 2), '2026-12-31T22:00:00Z');
    await undo(rows.slice(2), '2027-01-01T08:00:00Z');
    await months.count(new Date('2027-01-02T00:00:00Z'));
    const december = await monthOf('2026-12-01', 'villes');
    expect(december).toMatchObject({ refused: { insult: 7 }, figures: { spam: 20, returned: 20, received: 72 } });
    expect(december?.figures.undone).toBeUndefined();
    await months.count(new Date('2027-02-02T00:00:00Z'));
    expect(await monthOf('2026-12-01', 'villes')).toEqual(december);
    expect(await monthOf('2027-01-01')).toMatchObject({ figures: { undone: 7 } });
  });

  it('count the delay from the last words of the author, and each sending by itself', async () => {
    const at = (minutes: number): Date => new Date(Date.parse('2027-02-10T08:00:00Z') + minutes * 60_000);
    for (let each = 0; each < 5; each += 1) {
      const { submission, token } = await room.reception.submit(
        room.guest,
        replyDraft(thread, `Un mot ${each}`),
        at(0),
      );
      await room.decisions.decide(sage, submission, verdict('return', 1, { remark: 'Une source ?' }), at(600));
      await room.corrections.correct(
        { token },
        { version: 1, title: null, text: `Un mot ${each}, avec sa source`, language: 'fr' },
        at(1_000),
      );
      await room.decisions.decide(
        sage,
        submission,
        verdict('accept', 2, { text: `Un mot ${each}, avec sa source !` }),
        at(1_010),
      );
    }
    for (const reason of ['off-topic', 'advertising', 'other', 'unsourced', 'personal-data'])
      await sow({ decision: 'refuse', reason, delays: times(1, 20), at: at(0) });
    await months.count(new Date('2027-03-02T00:00:00Z'));
    // Five after 10, five returned after 600, and ten in two categories after 20: between the tenth and the eleventh,
    // 20.
    expect(await monthOf('2027-02-01')).toMatchObject({
      figures: { received: 20, published: 5, returned: 5 },
      delay: { median: 20, ninth: 600, of: 'decided' },
    });
  });

  it('are the same whether or not anything waits', async () => {
    const both = ['2027-03', '2027-04'].map((month) => new Date(`${month}-10T08:00:00Z`));
    for (const at of both) {
      for (const decision of ['accept', 'spam', 'return']) await sow({ decision, delays: times(8), at });
      await sow({ decision: 'refuse', reason: 'insult', delays: times(3), at });
    }
    const waiting = await sowWaiting(room.db.owner, { thread, count: 60, name: 'Passante' });
    await room.rows(`update desk.submission set written_at = $1, changed_at = $1 where id = any($2)`, [
      both[1],
      waiting,
    ]);
    await months.count(new Date('2027-05-02T00:00:00Z'));
    const [without, withThem] = [await monthOf('2027-03-01'), await monthOf('2027-04-01')];
    expect(withThem).toEqual({ ...without, month: '2027-04-01' });
    expect(without?.figures).toMatchObject({ published: 16, spam: 16, returned: 16, received: 54 });
  });

  it('tell nothing of members’ rooms, and of what is not there', async () => {
    expect((await statistics.page({})).categories.map(({ slug }) => slug)).toEqual(['villes', 'gares']);
    for (const wrong of [{ category: 'membres' }, { category: 'nulle-part' }, { year: 2025 }, { year: 2031 }])
      await expect(statistics.page(wrong)).rejects.toBeInstanceOf(NotFound);
    await expect(room.db.reader.query('select * from desk.counted_month')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the job that counts them', () => {
  it('does a month whole or not at all when its process dies, and twice is once', async () => {
    await sow({ decision: 'accept', delays: times(30), at: new Date('2027-05-10T08:00:00Z') });
    const june = new Date('2027-06-10T08:00:00Z');
    for (const reason of ['off-topic', 'advertising', 'other', 'unsourced', 'personal-data', 'insult'])
      await sow({ decision: 'refuse', reason, delays: times(2), at: june });
    await sow({ decision: 'spam', delays: times(30), at: june });
    await sow({ decision: 'return', delays: times(3), at: june });
    const before = await stored();
    const now = new Date('2027-07-03T00:00:00Z');
    const { owner } = room.db;
    await owner.query('begin; lock table moderated_figure in exclusive mode');
    const dies = months.count(now).then(
      () => 'done',
      () => 'died',
    );
    await until(async () => {
      const { rows } = await owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
          and wait_event_type = 'Lock'`,
      );
      expect(rows).toHaveLength(1);
    });
    expect(await dies).toBe('died');
    await owner.query('commit');
    expect(await stored()).toEqual(before);
    expect(await months.count(now, AbortSignal.abort())).toBe('unfinished');
    expect(await stored()).toEqual(before);
    await Promise.all([months.count(now), months.count(now), months.count(now)]);
    const after = await stored();
    expect(after.length).toBeGreaterThan(before.length);
    await months.count(now);
    expect(await stored()).toEqual(after);
    expect(await monthOf('2027-06-01', 'villes')).toMatchObject({ figures: { received: 45, spam: 30 } });
  });
});
