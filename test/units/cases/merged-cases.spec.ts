import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { endTowns } from '../../../migrations/end-towns.js';
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

describe('a case in a town that ends', () => {
  /** Peltre becomes a part of Metz: by what a migration does with the towns of another year. */
  const endPeltre = async (): Promise<void> => {
    await room.desk.rows(`insert into former_town (code, town_code) values ('57534', '57463')`);
    await endTowns(room.desk.db.owner as unknown as QueryRunner);
  };
  const IN_PELTRE = { country: '', town: '57534' };

  it('is in the town of today, with the former name in its place, while it stands', async () => {
    const stands = await room.opened('Le lavoir', 'reported', IN_PELTRE);
    const edit = await room.sentEdit(stands, { place: 'La mairie' });
    await endPeltre();
    expect(await room.where(stands.thread)).toBe('57463 Le lavoir, Peltre');
    const accepted = await room.accept(edit);
    expect(await room.where(stands.thread)).toBe('57463 La mairie, Peltre');
    await room.undo(accepted.decision);
    expect(await room.where(stands.thread)).toBe('57463 Le lavoir, Peltre');
    expect(await room.desk.rows(`select from town where code = '57534'`)).toEqual([]);
  });

  it('also when it waits, was taken down or merged, and comes back', async () => {
    const [metz, down] = [await room.opened('Metz'), await room.opened('Le lavoir', 'reported', IN_PELTRE)];
    const into = await room.opened('La gare', 'reported', IN_PELTRE);
    const waits = await room.sentCase('La mairie', 'reported', IN_PELTRE);
    await room.takeDown(down);
    const merged = await room.merge(into.thread, metz.thread);
    await endPeltre();
    expect((await room.desk.queue.page(room.moderator, undefined)).rows[0]?.typedFacts).toMatchObject({
      town: ['57463'],
      place: ['La mairie, Peltre'],
    });
    const accepted = await room.accept(waits);
    await room.restore(down);
    await room.undo(merged.id);
    expect(await Promise.all([accepted, down, into].map(({ thread }) => room.where(thread)))).toEqual([
      '57463 La mairie, Peltre',
      '57463 Le lavoir, Peltre',
      '57463 La gare, Peltre',
    ]);
  });
});
