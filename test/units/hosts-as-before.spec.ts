import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Hosts } from '../../src/registrations/hosts.js';
import { Story } from '../../src/registrations/story.js';
import type { HostAct } from '../../src/publishing/workshops/workshop-act.js';
import type { Visitor } from '../../src/visitors/visitor.js';
import { minutesAfter } from '../desk-room.js';
import { SeatsRoom } from '../seats-room.js';

let seats: SeatsRoom;
let hosts: Hosts;
let story: Story;
let omar: Visitor;
let thread: number;
let minutes = 0;
const next = (): Date => minutesAfter((minutes += 1));

beforeAll(async () => {
  seats = await SeatsRoom.open();
  const { writer } = seats.room.db;
  [hosts, story] = [new Hosts(writer), new Story(writer)];
  omar = await seats.room.member('Omar', 'organizer');
});
afterAll(() => seats.close());

beforeEach(async () => {
  ({ thread } = await seats.workshop());
  await act(seats.host, 'add', 'Omar');
});

async function act(visitor: Visitor, action: HostAct, member = ''): Promise<string> {
  const acted = await hosts.act(visitor, thread, { action, member }, next());
  if (acted === null) throw new Error('it was so already');
  return acted.id;
}

const undo = (visitor: Visitor, id: string): Promise<unknown> => story.undo(visitor, thread, id, next());
const standing = async (): Promise<string[]> =>
  (await hosts.of(thread, next())).map(({ name, byRole }) => `${name} ${byRole ? 'by role' : 'added'}`);
const shown = (): Promise<unknown> =>
  seats.room.rows(
    `select m.name from workshop w, unnest(w.shown_hosts) with ordinality s (id, nth) join member m on m.id = s.id
     where w.thread_id = $1 order by s.nth`,
    [thread],
  );

describe('an undo leaves hosts as they were', () => {
  it('who had been added before they took the workshop on', async () => {
    const taken = await act(omar, 'take');
    expect(await standing()).toEqual(['Solveig by role', 'Omar by role']);
    await undo(omar, taken);
    expect(await standing()).toEqual(['Solveig by role', 'Omar added']);
    await act(omar, 'leave');
    await undo(omar, await act(omar, 'take'));
    expect(await standing()).toEqual(['Solveig by role']);
  });

  it('in the order in which they are named', async () => {
    await act(omar, 'show');
    await act(seats.host, 'show');
    const named = [{ name: 'Solveig' }, { name: 'Omar' }];
    expect(await shown()).toEqual(named);
    await undo(seats.host, await act(seats.host, 'leave'));
    expect(await shown()).toEqual(named);
    await undo(seats.host, await act(seats.host, 'remove', 'Omar'));
    expect(await shown()).toEqual(named);
    await undo(seats.host, await act(seats.host, 'hide'));
    expect(await shown()).toEqual(named);
    expect(await standing()).toEqual(['Solveig by role', 'Omar added']);
  });

  it('as well as it is known of acts that did not keep it', async () => {
    const removed = await act(seats.host, 'remove', 'Omar');
    await seats.room.rows(`update private.workshop_act set detail = detail - 'before' where id = $1`, [removed]);
    await undo(seats.host, removed);
    expect(await standing()).toEqual(['Solveig by role', 'Omar added']);
    const taken = await act(omar, 'take');
    await seats.room.rows(`update private.workshop_act set detail = detail - 'before' where id = $1`, [taken]);
    await undo(omar, taken);
    expect(await standing()).toEqual(['Solveig by role']);
  });
});
