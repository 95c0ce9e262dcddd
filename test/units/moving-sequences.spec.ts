import { afterEach, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { endTowns } from '../../migrations/end-towns.js';
import { Problem } from '../../src/errors/errors.js';
import { Marks } from '../../src/desk/moving/marks.js';
import { Merges } from '../../src/desk/moving/merges.js';
import { ModeratedThreads } from '../../src/desk/moving/moderated-threads.js';
import { Moves } from '../../src/desk/moving/moves.js';
import { ThreadCategories } from '../../src/desk/moving/thread-categories.js';
import { check } from '../consistency.js';
import { CrowdOfCases } from '../crowd-of-cases.js';
import { DeskRoom, NOON, replyDraft, threadDraft } from '../desk-room.js';

/** The same people, whose moderators also move what they find. */
class MovingCrowd extends CrowdOfCases {
  undone = 0;
  private readonly threads = new ModeratedThreads(this.room.db.writer);
  private readonly moves = new Moves(this.room.db.writer, this.threads);
  private readonly merges = new Merges(this.room.db.writer, this.threads);
  private readonly marks = new Marks(this.room.db.writer);
  private readonly categories = new ThreadCategories(this.room.db.writer);
  /** Whether to look if an undo puts back everything: not while others act. */
  alone = true;

  protected override acts(): [number, () => Promise<unknown>][] {
    return [
      ...super.acts(),
      [14, () => this.movePosts(false)],
      [9, () => this.movePosts(true)],
      [8, () => this.merge()],
      [8, () => this.recategorize()],
      [5, () => this.mark()],
      [2, () => this.endTown()],
    ];
  }

  /** It becomes a part of Metz, while the forum is out: a migration does that. */
  private async endTown(): Promise<void> {
    if (!this.alone) return;
    await this.room.rows(
      `insert into former_town (code, town_code) select code, '57463' from town
        where code = any('{57534,57351,57454}') order by md5(code || $1) limit 1`,
      [this.word()],
    );
    await endTowns(this.room.db.owner as unknown as QueryRunner);
  }

  private thread(kind: string | null = null): Promise<{ id: number; category: string }> {
    return this.row(
      `select t.id, c.slug as category from thread t join category c on c.id = t.category_id where t.moved_to is null
        ${kind === null ? '' : `and t.kind = '${kind}'`} order by t.id`,
    );
  }

  private async movePosts(splits: boolean): Promise<void> {
    const { thread, number } = await this.row<{ thread: number; number: number }>(
      `select thread_id as thread, number from post where number > 1 and gone is distinct from 'moved'
        order by thread_id, number`,
    );
    const to = splits
      ? { title: 'Un sujet à part', category: this.one(['held', 'agreed', 'free']) }
      : { thread: (await this.thread()).id };
    await this.perhapsBack(() =>
      this.moves.move(
        this.one(this.moderators),
        { thread, numbers: [number], follow: this.dice() < 0.6, to },
        this.now(),
      ),
    );
  }

  private async merge(): Promise<void> {
    // Of one kind, most of the time: a case merges into a case only.
    const kind = this.dice() < 0.9 ? this.one(['case', 'thread']) : null;
    const [{ id }, { id: into }] = [await this.thread(kind), await this.thread(kind)];
    await this.perhapsBack(() => this.merges.merge(this.one(this.moderators), id, into, this.now()));
  }

  private async recategorize(): Promise<void> {
    const { id, category } = await this.thread();
    await this.perhapsBack(() =>
      this.categories.change(
        this.one(this.moderators),
        id,
        { from: category, to: this.one(['held', 'agreed', 'free']) },
        this.now(),
      ),
    );
  }

  private async mark(): Promise<void> {
    const { id } = await this.thread();
    await this.perhapsBack(() =>
      this.marks.mark(
        this.one(this.moderators),
        id,
        this.one(['lock', 'unlock', 'unlock', 'pin', 'unpin'] as const),
        this.now(),
      ),
    );
  }

  protected override takeDown(): Promise<unknown> {
    return this.perhapsBack(async () => {
      const { thread, number } = await this.row<{ thread: number; number: number }>(
        'select thread_id as thread, number from post order by thread_id, number',
      );
      return this.takeDownAt(thread, number);
    });
  }

  /** What is undone at once leaves everything as it was. */
  private async perhapsBack(act: () => Promise<{ id: string }>): Promise<void> {
    const before = this.alone ? await this.picture() : null;
    const { id } = await act();
    if (before === null || this.dice() < 0.5) return;
    await this.room.undo.undo(this.one(this.moderators), id, this.now());
    this.undone += 1;
    expect(await this.picture()).toEqual(before);
  }

  /** Everything that can be seen or decided, without the numbers that only count changes. */
  private picture(): Promise<unknown[]> {
    return this.room.rows(`
      select 'post' as what, to_jsonb(p) - 'change' as row from post p where gone is distinct from 'moved'
      union all select 'thread', to_jsonb(t) - 'changes' - 'last_number' from thread t where moved_to is null
      union all select 'category', to_jsonb(c) from category c
      union all select 'submission', to_jsonb(s) - 'base_change' || jsonb_build_object('fresh', s.status in ('waiting',
        'returned') and s.base_change = p.change)
        from desk.submission s left join post p on p.thread_id = s.thread_id and p.number = s.number
          and s.kind = 'edit'
      union all select 'revision', to_jsonb(r) from desk.revision r
      union all select 'shown', to_jsonb(r) from public.revision r
      union all select 'removed', to_jsonb(r) from desk.removed_post r
      union all select 'title', to_jsonb(m) from desk.merged_title m
      union all select 'case', to_jsonb(l) from local_case l
      union all select 'merged case', to_jsonb(m) from desk.merged_case m
      union all select 'step', to_jsonb(s) from case_step s
      union all select 'kept step', to_jsonb(k) from desk.kept_step k
      union all select 'documents', to_jsonb(d) from desk.post_documents d
      order by 1, 2`);
  }
}

/** What cases and steps say that nobody has said of them. */
function misstated(): Promise<unknown[]> {
  return room.rows(`
    select 'a case that says what another does' as what, l.thread_id, l.place from local_case l where not exists (
      select from desk.submission s where s.thread_id = l.thread_id and s.number = 1 and s.status = 'published'
        and starts_with(l.place, s.facts->>'place'))
    union all select 'a case that is not where it was said, or does not say so', l.thread_id, l.place from local_case l
      join desk.submission s on s.thread_id = l.thread_id and s.number = 1 and s.kind = 'case'
      left join former_town f on f.code = s.facts->>'town'
      where l.town_code is distinct from coalesce(f.town_code, s.facts->>'town')
        or not starts_with(reverse(l.place), reverse(case when f.code is null then '' else
          ', ' || regexp_replace(s.facts->>'townName', ' \\(.*', '') end))
    union all select 'a case without its first post, or that without it', t.id, null from thread t
      join post p on p.thread_id = t.id and p.number = 1 left join local_case l on l.thread_id = t.id
      where t.kind = 'case' and (p.gone is null) <> (l.thread_id is not null)
    union all select 'a merged case that stands', m.thread_id, null from desk.merged_case m join thread t
      on t.id = m.thread_id where t.moved_to is null
    union all select 'a step without its row', s.thread_id, s.number::text from desk.submission s
      join post p on p.thread_id = s.thread_id and p.number = s.number and p.gone is null
      left join case_step c on c.thread_id = s.thread_id and c.number = s.number
      left join desk.kept_step k on k.thread_id = s.thread_id and k.number = s.number
      where s.kind = 'step' and s.status = 'published' and num_nonnulls(c.number, k.number) <> 1
    union all select 'a status that nobody said last: ' || l.status || ', not ' || e.status, l.thread_id, l.place
      from local_case l cross join lateral (select said.status from (
        select s.facts->>'status' as status, case when s.kind = 'edit' then s.decided_at else p.published_at end as at
          from desk.submission s join post p on p.thread_id = s.thread_id and p.number = s.number
          where s.thread_id = l.thread_id and s.number = 1 and s.status = 'published'
            and (s.kind = 'case' or (s.kind = 'edit' and s.facts->>'status' <> s.base_facts->>'status'))
        union all select c.status, p.published_at from case_step c join post p on p.thread_id = c.thread_id
          and p.number = c.number
          where c.thread_id = l.thread_id and c.status is not null) said
        where said.at >= l.opened_at order by said.at desc limit 1) e
      where l.status <> e.status`);
}

/**
 * Steps that belong to another request than the one that was meant, which their author also said beside: where they
 * stand, and in all that waits of them or was kept.
 */
function misled(): Promise<unknown[]> {
  return room.rows(`
    with said as (
      select 'a step that stands' as what, to_jsonb(c) as row from case_step c
      union all select 'one that waits in no case', k.facts from desk.kept_step k
      union all select what, facts || jsonb_build_object('request_thread', coalesce(m.to_thread, request.thread),
          'request_number', coalesce(m.to_number, request.number))
        from (
          select 'what was sent' as what, facts from desk.submission
          union all select 'what was public', base_facts from desk.submission
          union all select 'a version', facts from desk.submission_version
          union all select 'a former text', facts from desk.revision
          union all select 'a later text', next_facts from desk.revision
          union all select 'what was taken down', facts from desk.removed_post) k
        cross join jsonb_to_record(k.facts->'request') as request (thread int, number int)
        left join post_moved m on m.thread_id = request.thread and m.number = request.number
        where k.facts->>'of' = 'step' and k.facts->>'kind' = 'receipt')
    select what, row, r.thread_id, r.number from said
      left join desk.submission r on r.id::text = substring(row->>'software' from ' of (\\S+)$')
      where row->>'kind' = 'receipt' and ((row->>'request_thread')::int, (row->>'request_number')::int)
        is distinct from (r.thread_id, r.number)`);
}

let room: DeskRoom;
afterEach(() => room.close());

/** What stands in a place that does not fit where it came from. */
function misplaced(): Promise<unknown[]> {
  return room.rows(`
    select 'a number that leads nowhere' as what, p.thread_id, p.number from post p
      left join post_moved m using (thread_id, number)
      left join post d on d.thread_id = m.to_thread and d.number = m.to_number
      where (p.gone is not distinct from 'moved') <> (m.thread_id is not null) or d.gone = 'moved'
    union all select 'what was sent, where its thread is not', s.thread_id, s.number from desk.submission s
      join thread t on t.id = s.thread_id
      where s.category_id <> t.category_id and s.status <> 'withdrawn'
    union all select 'what was sent, to a number that leads on', s.thread_id, s.number from desk.submission s
      join post p on p.thread_id = s.thread_id and p.number = s.number where p.gone = 'moved'
    union all select 'what waits in a thread that leads on', s.thread_id, s.number from desk.submission s join thread t
      on t.id = s.thread_id
      where t.moved_to is not null and s.status <> 'withdrawn'
    union all select 'a post that its message does not know', p.thread_id, p.number from post p
      where p.gone is distinct from 'moved'
      and 1 <> (select count(*) from desk.submission s where s.thread_id = p.thread_id and s.number = p.number
        and s.kind in ('thread', 'reply', 'case', 'step'))
    union all select 'an answer to nothing', p.thread_id, p.number from post p where p.reply_to is not null
      and not exists (select 1 from post q where q.thread_id = p.thread_id and q.number = p.reply_to)
    union all select 'what covers no tombstone', r.thread_id, r.number from desk.removed_post r
      join post p using (thread_id, number) where p.gone is distinct from 'taken-down'
    union all select 'a former text of nothing', r.thread_id, r.number from desk.revision r
      join post p using (thread_id, number) where p.gone = 'moved'
    union all select 'a former text that nobody may read', r.thread_id, r.number from public.revision r
      join post p using (thread_id, number)
      join category c on c.id = p.category_id where p.gone is not null or not c.history
    union all select 'a change that is not counted', p.thread_id, p.number from post p join thread t
      on t.id = p.thread_id where p.change > t.changes
    union all select 'changes that are one', p.thread_id, p.change from post p where p.change > 0
      group by p.thread_id, p.change having count(*) > 1
    union all select 'a title of nothing', m.thread_id, 1 from desk.merged_title m join thread t on t.id = m.thread_id
      where t.moved_to is null
    union all select 'too many on top', category_id, count(*)::int from thread where pinned_at is not null
      group by category_id having count(*) > 5
    union all select 'on top and gone', t.id, 1 from thread t where t.pinned_at is not null and t.moved_to is not null
    union all select 'a page that turns in circles', t.id, t.moved_to from thread t join thread u on u.id = t.moved_to
      where u.moved_to = t.id`);
}

async function checkAll(): Promise<void> {
  expect(await misplaced()).toEqual([]);
  expect(await misstated()).toEqual([]);
  expect(await misled()).toEqual([]);
  await check(room);
}

describe('whatever is moved, split, merged, recategorized, locked and pinned, and undone', () => {
  it.each([1, 2])(
    'all counts and numbers stay right, and an undo puts everything back (seed %i)',
    async (seed) => {
      room = await DeskRoom.open();
      const crowd = await MovingCrowd.of(room, seed);
      await room.rows(`update category set takes = '{thread,case}'`);
      for (let each = 1; each <= 260; each += 1) {
        await crowd.act();
        if (each % 20 === 0) await checkAll();
      }
      expect(crowd.undone).toBeGreaterThan(3);
      const kinds = await room.rows<{ decision: string }>(`select distinct decision from desk.decision order by 1`);
      expect(kinds.map(({ decision }) => decision)).toEqual(
        expect.arrayContaining(['merge', 'move', 'recategorize', 'split', 'undo']),
      );
    },
    120_000,
  );

  it('even when many do it at once, and nobody waits for anybody crosswise', async () => {
    room = await DeskRoom.open();
    const crowd = await MovingCrowd.of(room, 7);
    await room.rows(`update category set takes = '{thread,case}'`);
    for (let each = 0; each < 60; each += 1) await crowd.act();
    crowd.alone = false;
    for (let round = 0; round < 24; round += 1) {
      await Promise.all(Array.from({ length: 8 }, () => crowd.act()));
      if (round % 8 === 7) await checkAll();
    }
  }, 120_000);

  it('one of two who move the same post is told that it has moved', async () => {
    room = await DeskRoom.open();
    await room.category('libre', { hold: 'nobody' });
    const writer = room.db.writer;
    const moves = new Moves(writer, new ModeratedThreads(writer));
    const moderators = [await room.member('Paul', 'moderator'), await room.member('Rose', 'moderator')];
    const [thread = 0, id = 0] = await Promise.all(
      ['Un', 'Deux'].map(
        async (title) =>
          (await room.reception.submit(room.guest, threadDraft('libre', `Le sujet ${title}`, 'Premier mot'), NOON))
            .published?.thread,
      ),
    );
    for (let n = 0; n < 20; n += 1) await room.reception.submit(room.guest, replyDraft(thread, `Réponse ${n}`), NOON);
    for (let number = 2; number <= 21; number += 1) {
      const outcomes = await Promise.all(
        moderators.map((moderator) =>
          moves
            .move(
              moderator,
              { thread, numbers: [number], follow: false, to: { thread: id } },
              new Date('2026-11-23T12:00:00Z'),
            )
            .then(
              () => 'moved',
              (problem: unknown) => (problem instanceof Problem ? problem.code : Promise.reject(problem)),
            ),
        ),
      );
      expect(outcomes.sort()).toEqual(['moved', 'moved-since']);
    }
    await checkAll();
  }, 60_000);
});
