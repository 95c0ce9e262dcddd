import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DeskCard } from '../../../src/desk/queue/card.js';
import { CaseRoom, type Place } from '../../case-room.js';
import { verdict } from '../../desk-room.js';

let room: CaseRoom;
/** Two cases, each with a request: both are number 2. That of Peltre is number 4 in Metz, once it is merged into it. */
let metz: Place;
let peltre: Place;
let asked: Place;

beforeEach(async () => {
  room = await CaseRoom.open();
  metz = await room.opened('Metz');
  await room.step(metz.thread, { kind: 'request' });
  peltre = await room.opened('Peltre');
  asked = await room.step(peltre.thread, { kind: 'request' });
});
afterEach(() => room.desk.close());

const receipt = (): Promise<string> => room.sentStep(peltre.thread, { kind: 'receipt', request: '2' });
const merge = () => room.merge(peltre.thread, metz.thread);

/** The request that a step belongs to, wherever that stands; null for a step that stands nowhere. */
async function requestOf({ thread, number }: Place): Promise<Place | null> {
  const [row] = await room.desk.rows<Place>(
    `select request_thread as thread, request_number as number from case_step where thread_id = $1 and number = $2`,
    [thread, number],
  );
  return row ?? null;
}

async function card(id: string): Promise<DeskCard> {
  const found = (await room.desk.queue.page(room.moderator, undefined)).rows.find((each) => each.id === id);
  if (found === undefined) throw new Error('it does not wait');
  return found;
}

const requestIn = (facts: DeskCard['facts']): Place | null => (facts?.of === 'step' ? facts.request : null);

describe('a step that waits while its case is merged into another one', () => {
  it('belongs to its request where it is accepted, and not to another of the same number', async () => {
    const waits = await receipt();
    await merge();
    expect(await room.whereIs(asked)).toEqual({ thread: metz.thread, number: 4 });
    expect(await requestOf(await room.accept(waits))).toEqual({ thread: metz.thread, number: 4 });
  });

  it('belongs to it as before once the merge is undone, and again when it is merged once more', async () => {
    const [waits, other] = [await receipt(), await receipt()];
    const merged = await merge();
    const accepted = await room.accept(waits);
    await room.undo(merged.id);
    // What was published there stays there, and its request is gone: it comes back with the next merge.
    expect([accepted.thread, await requestOf(accepted)]).toEqual([metz.thread, { thread: peltre.thread, number: 2 }]);
    expect(await requestOf(await room.accept(other))).toEqual({ thread: peltre.thread, number: 2 });
    await merge();
    expect(await requestOf(accepted)).toEqual(await room.whereIs(asked));
    expect((await room.whereIs(asked)).thread).toBe(metz.thread);
  });

  it('is shown with the number that its request has there, and accepted as its author wrote it', async () => {
    const waits = await receipt();
    await merge();
    const shown = await card(waits);
    expect(requestIn(shown.facts)).toEqual({ thread: metz.thread, number: 4 });
    expect(shown.typedFacts?.['request']).toEqual(['4']);
    const record = await room.desk.records.one(room.moderator, waits);
    expect(record?.versions.map(({ facts }) => requestIn(facts)?.number)).toEqual([4]);
    expect(requestIn((await room.desk.own.one({ author: room.author, id: waits }))?.facts ?? null)?.number).toBe(4);
    const as = verdict('accept', 1, { facts: shown.typedFacts ?? {} });
    const done = await room.desk.decisions.decide(room.moderator, waits, as, room.now());
    expect(done.decision).toBe('accept');
  });

  it('belongs to it when it was returned, and is corrected there', async () => {
    const waits = await receipt();
    await room.desk.decisions.decide(room.moderator, waits, verdict('return', 1, { remark: 'Quand ?' }), room.now());
    await merge();
    const typed = { kind: ['receipt'], dated: ['2026-04'], request: ['4'] };
    const more = { title: null, text: 'En avril.', version: 1, language: 'fr' as const };
    await room.desk.corrections.correct({ author: room.author, id: waits }, { ...more, facts: typed }, room.now());
    const accepted = await room.accept(waits);
    expect(await requestOf(accepted)).toEqual({ thread: metz.thread, number: 4 });
    // The words that it had before belong there as well.
    const record = await room.desk.records.one(room.moderator, waits);
    expect(record?.versions.map(({ facts }) => requestIn(facts)?.number)).toEqual([4, 4]);
  });

  it('belongs to it when the words of the team were undone before, and those of its author wait again', async () => {
    const waits = await receipt();
    const typed = { kind: ['receipt'], dated: ['2026-05'], request: ['2'] };
    const edited = verdict('accept', 1, { facts: typed });
    const done = await room.desk.decisions.decide(room.moderator, waits, edited, room.now());
    await room.undo(done.id);
    await merge();
    expect(requestIn((await card(waits)).facts)?.number).toBe(4);
    expect(await requestOf(await room.accept(waits))).toEqual({ thread: metz.thread, number: 4 });
  });
});

describe('a step that stood when its case was merged into another one', () => {
  it('belongs to its request when it was taken down before, and is restored there', async () => {
    const step = await room.accept(await receipt());
    await room.takeDown(step);
    await merge();
    const there = await room.whereIs(step);
    await room.restore(there);
    expect(await requestOf(there)).toEqual({ thread: metz.thread, number: 4 });
  });

  it('keeps it through an edit that waited and changes something else, and through its undo', async () => {
    const step = await room.accept(await receipt());
    const edit = await room.sentEdit(step, { dated: '2026-06' });
    const merged = await merge();
    const { facts, baseFacts } = await card(edit);
    expect([requestIn(facts)?.number, requestIn(baseFacts)?.number]).toEqual([4, 4]);
    const accepted = await room.accept(edit);
    expect(await requestOf(accepted)).toEqual({ thread: metz.thread, number: 4 });
    await room.undo(accepted.decision);
    await room.undo(merged.id);
    expect(await requestOf(step)).toEqual({ thread: peltre.thread, number: 2 });
  });

  it('comes to another request by an edit that waited, and back by its undo', async () => {
    const step = await room.accept(await receipt());
    await room.step(peltre.thread, { kind: 'request' });
    const edit = await room.sentEdit(step, { request: '4' });
    await merge();
    const [from, to] = [await room.whereIs(asked), await room.whereIs({ thread: peltre.thread, number: 4 })];
    const accepted = await room.accept(edit);
    expect(await requestOf(accepted)).toEqual(to);
    await room.undo(accepted.decision);
    expect(await requestOf(accepted)).toEqual(from);
  });
});

describe('a request that was moved away alone', () => {
  it('is not named to whoever wrote or reads what belongs to it, and is kept through an edit and a restoration', async () => {
    const step = await room.accept(await receipt());
    const waits = await receipt();
    const moved = await room.split(asked);
    const shown = await card(waits);
    expect([requestIn(shown.facts), shown.typedFacts?.['request']]).toEqual([null, ['']]);
    const own = await room.desk.own.one({ author: room.author, id: waits });
    expect(requestIn(own?.facts ?? null)).toBeNull();
    await room.accept(await room.sentEdit(step, { dated: '2026-06' }));
    await room.takeDown(step);
    await room.restore(step);
    const accepted = await room.accept(waits);
    expect([await requestOf(step), await requestOf(accepted)]).toEqual([moved.at, moved.at]);
    await room.undo(moved.id);
    expect([await requestOf(step), await requestOf(accepted)]).toEqual([asked, asked].map(placeOf));
  });

  it('is kept by a step that an edit changes while the request is taken down', async () => {
    const step = await room.accept(await receipt());
    await room.takeDown(asked);
    await room.accept(await room.sentEdit(step, { dated: '2026-06' }));
    await room.restore(asked);
    expect(await requestOf(step)).toEqual(placeOf(asked));
  });
});

const placeOf = ({ thread, number }: Place): Place => ({ thread, number });
