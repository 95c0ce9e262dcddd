import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { StatusThatFollows1763800000063 } from '../../../migrations/0063-status-that-follows.js';
import { RequestsByTheirAddress1763800000073 } from '../../../migrations/0073-requests-by-their-address.js';
import { CaseRoom } from '../../case-room.js';
import { verdict } from '../../desk-room.js';

let room: CaseRoom;
let runner: QueryRunner;
beforeEach(async () => {
  room = await CaseRoom.open();
  runner = room.desk.db.owner as unknown as QueryRunner;
});
afterEach(() => room.desk.close());

/** What is kept of cases and steps, in public and at the desk. */
function kept(): Promise<unknown[]> {
  return room.desk.rows(`
    select 'case' as what, to_jsonb(l) as row from local_case l
    union all select 'step', to_jsonb(s) from case_step s
    union all select 'kept step', to_jsonb(k) from desk.kept_step k
    union all select 'merged case', to_jsonb(m) from desk.merged_case m
    union all select 'taken down', jsonb_build_array(r.thread_id, r.number, r.facts) from desk.removed_post r
    union all select 'former text', jsonb_build_array(r.thread_id, r.number, r.revision, r.facts, r.next_facts)
      from desk.revision r
    union all select 'version', jsonb_build_array(v.submission_id, v.version, v.facts) from desk.submission_version v
    union all select 'sent', jsonb_build_array(s.id, s.facts, s.base_facts) from desk.submission s
    order by 1, 2`);
}

/** As the tables were before, with what the program of then had written into them; and brought to today again. */
async function carried(migration: MigrationInterface, formerly: string): Promise<[unknown[], unknown[]]> {
  const today = await kept();
  await migration.down(runner);
  await room.desk.rows(formerly);
  await migration.up(runner);
  return [await kept(), today];
}

describe('the status of cases of before it followed from what was said', () => {
  /** A step kept what the case was before it; the desk kept of a case what it was last. */
  const FORMERLY = `
    update local_case set status = coalesce((select c.status from case_step c where c.thread_id = local_case.thread_id
      and c.status is not null order by c.status_order desc limit 1), status);
    update desk.removed_post set facts = jsonb_set(facts, '{status}', '"won"') where facts->>'of' = 'case';
    update desk.merged_case set facts = jsonb_set(facts, '{status}', '"lost"');
    update desk.kept_step set facts = facts || jsonb_build_object('thread_id', thread_id, 'number', number,
      'status_before', 'reported', 'status_order', 1)`;

  it('is what it was opened with, what steps said and what edits said, in the order of their days', async () => {
    const metz = await room.opened('Metz');
    const down = await room.step(metz.thread, { status: 'documented' });
    await room.accept(await room.sentEdit(metz, { status: 'requested' }));
    await room.step(metz.thread, { status: 'in-court' });
    await room.step(metz.thread, { software: 'BriefCam' });
    await room.takeDown(down);
    const peltre = await room.opened('Peltre', 'documented');
    await room.accept(await room.sentEdit(peltre, { status: 'abandoned' }));
    await room.opened('Nancy', 'won');
    const [now, today] = await carried(new StatusThatFollows1763800000063(), FORMERLY);
    expect(now).toEqual(today);
    expect([await room.says(metz.thread), await room.says(peltre.thread)]).toEqual([
      'Metz: in-court',
      'Peltre: abandoned',
    ]);
  });

  it('is kept of cases that are taken down or merged, and of steps that stand in no case', async () => {
    const metz = await room.opened('Metz');
    await room.split(await room.step(metz.thread, { status: 'won' }));
    const peltre = await room.opened('Peltre', 'documented');
    await room.step(peltre.thread, { status: 'requested' });
    await room.merge(peltre.thread, metz.thread);
    const nancy = await room.opened('Nancy', 'requested');
    await room.step(nancy.thread, { status: 'won' });
    await room.takeDown(nancy);
    const [now, today] = await carried(new StatusThatFollows1763800000063(), FORMERLY);
    expect(now).toEqual(today);
    await room.restore(nancy);
    expect(await room.says(nancy.thread)).toBe('Nancy: won');
  });
});

describe('requests of before they had an address', () => {
  it('are those of the thread in which they were named, wherever that was merged and moved since', async () => {
    const metz = await room.opened('Metz');
    await room.step(metz.thread, { kind: 'request' });
    const peltre = await room.opened('Peltre');
    await room.step(peltre.thread, { kind: 'request' });
    const receipt = { kind: 'receipt', request: '2' };
    const [stands, down] = [await room.step(peltre.thread, receipt), await room.step(peltre.thread, receipt)];
    await room.takeDown(down);
    await room.accept(await room.sentEdit(stands, { dated: '2026-04' }));
    await room.sentEdit(stands, { dated: '2026-05' });
    const [waits, returned] = [
      await room.sentStep(peltre.thread, receipt),
      await room.sentStep(peltre.thread, receipt),
    ];
    await room.desk.decisions.decide(room.moderator, returned, verdict('return', 1, { remark: '?' }), room.now());
    await room.merge(peltre.thread, metz.thread);
    await room.sentStep(metz.thread, receipt);
    await room.sentStep(metz.thread, { ...receipt, request: '4' });
    const [now, today] = await carried(new RequestsByTheirAddress1763800000073(), 'select 1');
    expect(now).toEqual(today);
    expect(JSON.stringify(today)).toContain(`"request":{"number":2,"thread":${peltre.thread}}`);
    const { thread, number } = await room.accept(waits);
    const sql = 'select request_thread, request_number from case_step where thread_id = $1 and number = $2';
    expect(await room.desk.rows(sql, [thread, number])).toEqual([{ request_thread: metz.thread, request_number: 4 }]);
  });
});
