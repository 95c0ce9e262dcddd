import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CaseRoom } from '../../case-room.js';

let room: CaseRoom;
beforeEach(async () => {
  room = await CaseRoom.open();
});
afterEach(() => room.desk.close());

describe('the status of a case is the last that was said of it', () => {
  it('also when a step goes and comes back before later ones', async () => {
    const { thread } = await room.opened('Metz');
    const first = await room.step(thread, { status: 'documented' });
    await room.step(thread, { status: 'won' });
    const down = await room.takeDown(first);
    expect(await room.says(thread)).toBe('Metz: won');
    await room.undo(down.id);
    expect(await room.says(thread)).toBe('Metz: won');
  });

  it('also when it was changed by hand between two steps, in whatever order they are undone', async () => {
    const opened = await room.opened('Metz');
    const { thread } = opened;
    const one = await room.step(thread, { status: 'requested' });
    const edit = await room.accept(await room.sentEdit(opened, { status: 'won' }));
    const two = await room.step(thread, { status: 'requested' });
    await room.undo(one.decision);
    expect(await room.says(thread)).toBe('Metz: requested');
    await room.undo(edit.decision);
    expect(await room.says(thread)).toBe('Metz: requested');
    await room.undo(two.decision);
    expect(await room.says(thread)).toBe('Metz: reported');
    await room.accept(edit.id);
    expect(await room.says(thread)).toBe('Metz: won');
  });

  it('also when its first post was down while a step was undone', async () => {
    const opened = await room.opened('Metz');
    const step = await room.step(opened.thread, { status: 'won' });
    const down = await room.takeDown(opened);
    await room.undo(step.decision);
    await room.undo(down.id);
    expect(await room.says(opened.thread)).toBe('Metz: reported');
  });

  it('also when steps came from another case, by the days on which they were published', async () => {
    const peltre = await room.opened('Peltre');
    const early = await room.step(peltre.thread, { status: 'abandoned' });
    const metz = await room.opened('Metz');
    const middle = await room.step(peltre.thread, { status: 'in-court' });
    const last = await room.step(metz.thread, { status: 'documented' });
    const merged = await room.merge(peltre.thread, metz.thread);
    expect(await room.says(metz.thread)).toBe('Metz: documented');
    const down = await room.takeDown(await room.whereIs(middle));
    await room.undo(down.id);
    expect(await room.says(metz.thread)).toBe('Metz: documented');
    const gone = await room.takeDown(last);
    expect(await room.says(metz.thread)).toBe('Metz: in-court');
    await room.undo(gone.id);
    await room.undo(merged.id);
    expect(await room.says(peltre.thread)).toBe('Peltre: in-court');
    expect(await room.says(metz.thread)).toBe('Metz: documented');
    await room.takeDown(middle);
    expect(await room.says(early.thread)).toBe('Peltre: abandoned');
  });

  it('also when a step is moved away with what it said', async () => {
    const { thread } = await room.opened('Metz');
    const step = await room.step(thread, { status: 'won' });
    const moved = await room.split(step);
    expect(await room.says(thread)).toBe('Metz: reported');
    await room.undo(moved.id);
    expect(await room.says(thread)).toBe('Metz: won');
  });
});

describe('a step that was moved to a thread which is no case', () => {
  const software = async (): Promise<string[]> =>
    (await room.desk.rows<{ software: string }>('select software from case_step')).map((row) => row.software);

  it('keeps what it says when it is taken down there, comes back, and is moved back', async () => {
    const { thread } = await room.opened('Metz');
    const step = await room.step(thread, { software: 'BriefCam', status: 'won' });
    const moved = await room.split(step);
    const down = await room.takeDown(moved.at);
    await room.undo(down.id);
    await room.undo(moved.id);
    expect(await software()).toEqual(['BriefCam']);
    expect(await room.says(thread)).toBe('Metz: won');
  });

  it('waits with its post, and nothing of it stands in either thread', async () => {
    const { thread } = await room.opened('Metz');
    const moved = await room.split(await room.step(thread, { software: 'BriefCam', status: 'won' }));
    const kept = async (): Promise<number> => (await room.desk.rows('select from desk.kept_step')).length;
    expect([await kept(), await software()]).toEqual([1, []]);
    await room.takeDown(moved.at);
    expect([await kept(), await software()]).toEqual([0, []]);
    await room.restore(moved.at);
    expect([await kept(), await software()]).toEqual([1, []]);
    expect(await room.says(thread)).toBe('Metz: reported');
  });

  it('says what it said when an edit is accepted and undone there before it comes back', async () => {
    const { thread } = await room.opened('Metz');
    const step = await room.step(thread, { software: 'BriefCam' });
    const edit = await room.sentEdit(step, { software: 'Vintra' });
    const moved = await room.split(step);
    const accepted = await room.accept(edit);
    await room.undo(accepted.decision);
    await room.undo(moved.id);
    expect(await software()).toEqual(['BriefCam']);
  });

  it('leaves nothing of what it said when its author withdraws it', async () => {
    const { thread } = await room.opened('Metz');
    const step = await room.step(thread, { software: 'BriefCam' });
    await room.split(step);
    await room.withdraw(step.id);
    expect(await room.desk.rows('select 1 from desk.kept_step')).toEqual([]);
    expect(await software()).toEqual([]);
  });
});
