import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CaseRoom } from '../../case-room.js';

let room: CaseRoom;
beforeEach(async () => {
  room = await CaseRoom.open();
});
afterEach(() => room.desk.close());

describe('a case that was merged into another one', () => {
  it('changes nothing of that one by an edit that waited, and is changed by it when it is a case again', async () => {
    const [metz, peltre] = [await room.opened('Metz'), await room.opened('Peltre')];
    const edit = await room.sentEdit(peltre, { place: 'Strasbourg', status: 'lost' });
    const merged = await room.merge(peltre.thread, metz.thread);
    const accepted = await room.accept(edit);
    expect(await room.says(metz.thread)).toBe('Metz: reported');
    await room.undo(accepted.decision);
    expect(await room.says(metz.thread)).toBe('Metz: reported');
    await room.undo(merged.id);
    expect(await room.says(peltre.thread)).toBe('Peltre: reported');
    await room.accept(edit);
    expect(await room.says(peltre.thread)).toBe('Strasbourg: lost');
    expect(await room.says(metz.thread)).toBe('Metz: reported');
  });

  it('lets its first post be restored there, and is what it was when it is a case again', async () => {
    const [metz, peltre] = [await room.opened('Metz'), await room.opened('Peltre', 'documented')];
    await room.takeDown(peltre);
    const merged = await room.merge(peltre.thread, metz.thread);
    const restored = await room.restore(await room.whereIs(peltre));
    expect(await room.says(metz.thread)).toBe('Metz: reported');
    expect(await room.says(peltre.thread)).toBeNull();
    await room.undo(restored.id);
    await room.undo(merged.id);
    expect(await room.says(peltre.thread)).toBeNull();
    await room.restore(peltre);
    expect(await room.says(peltre.thread)).toBe('Peltre: documented');
  });

  it('lets its first post be accepted again there, and is what it was when it is a case again', async () => {
    const [metz, peltre] = [await room.opened('Metz'), await room.opened('Peltre', 'documented')];
    await room.undo(peltre.decision);
    const merged = await room.merge(peltre.thread, metz.thread);
    const again = await room.accept(peltre.id);
    expect(await room.says(metz.thread)).toBe('Metz: reported');
    await room.undo(again.decision);
    await room.undo(merged.id);
    await room.accept(peltre.id);
    expect(await room.says(peltre.thread)).toBe('Peltre: documented');
  });

  it('is withdrawn with all that it said, even where its first post stands in a thread of its own', async () => {
    const [metz, peltre] = [await room.opened('Metz'), await room.opened('Peltre')];
    await room.merge(peltre.thread, metz.thread);
    await room.split(await room.whereIs(peltre));
    await room.withdraw(peltre.id);
    expect(await room.desk.rows('select * from desk.merged_case')).toEqual([]);
    expect(await room.says(metz.thread)).toBe('Metz: reported');
  });
});
