import setUp from '../global-setup.js';
import tearDown from '../global-teardown.js';
import { AT_ONCE, rounds, SEATS } from '../seat-rounds.js';
import { SeatsRoom } from '../seats-room.js';
import type { Ground } from './bench.js';
import { type Row, short } from './table.js';

const ROUNDS = 100;

/**
 * Two hundred at once for fifteen seats over two processes, a hundred times; `npm test` does it three times. A seat too
 * many, or a line in another order than that of the commits, ends the run: this bench is a promise, too.
 */
export async function run({ say }: Ground): Promise<Row[]> {
  await setUp();
  try {
    const seats = await SeatsRoom.open();
    const started = performance.now();
    const ends = await rounds(seats, ROUNDS);
    const seconds = (performance.now() - started) / 1000;
    await seats.close();
    const wrong = ends.flatMap((end) => end.wrong);
    const exact = ends.filter(({ taken }) => taken === SEATS).length;
    say(`${exact} of ${ROUNDS} rounds gave exactly ${SEATS} seats, ${wrong.length} registrations are out of order`);
    if (exact !== ROUNDS || wrong.length > 0) throw new Error(`seats went wrong: ${wrong.slice(0, 5).join('; ')}`);
    return [
      {
        what: `registrations for one date, ${AT_ONCE} at once over two processes, ${SEATS} seats in each of ${ROUNDS} rounds`,
        ours: short((ROUNDS * AT_ONCE) / seconds, '/s'),
        aim: '100 /s',
      },
    ];
  } finally {
    await tearDown();
  }
}
