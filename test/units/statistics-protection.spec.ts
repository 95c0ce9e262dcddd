import { describe, expect, it } from '@jest/globals';
import { Dice } from '../../src/demo/dice.js';
import { protect } from '../../src/transparency/statistics/protect.js';
import { turnsOfOthers } from '../turns-of-others.js';

type Mark = Awaited<ReturnType<typeof protect>>[number][number];
type Table = number[][];

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
/** A table with its totals and its sums, as `protect` answers. */
const whole = (counts: Table): Table => {
  const rows = counts.map((parts) => [...parts, sum(parts)]);
  return [...rows, (rows[0] ?? []).map((_, at) => sum(rows.map((row) => row[at] ?? 0)))];
};

/** What somebody sees who reads the page, and knows how it is made: a number, or between which numbers one must be. */
async function seen(counts: Table, known: readonly boolean[]): Promise<{ marks: Mark[][]; from: Table; to: Table }> {
  const marks = await protect(counts, known);
  const truth = whole(counts);
  const limits = (low: boolean): Table =>
    truth.map((row, y) =>
      row.map((value, x) => {
        if (marks[y]?.[x] === 'shown' || known[x] === true) return value;
        return low ? 0 : marks[y]?.[x] === 'few' ? 4 : value + 12;
      }),
    );
  return { marks, from: limits(true), to: limits(false) };
}

/**
 * Whether a table exists in which all is as it is seen, and the number at (y, x) is `wanted`. Tries tables one number
 * after the other, those like the true one first; knows nothing of how the numbers were hidden.
 */
function imaginable(
  counts: Table,
  { from, to }: { from: Table; to: Table },
  [y, x, wanted]: [number, number, number],
): boolean {
  const [rows, columns] = [counts.length, counts[0]?.length ?? 0];
  const least = from.map((row) => [...row]);
  const most = to.map((row) => [...row]);
  least[y]![x] = most[y]![x] = wanted;
  const tried = counts.map((row) => [...row]);
  const fits = (at: number): boolean => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    if (row === rows) return least[rows]![columns]! <= sum(tried.flat()) && sum(tried.flat()) <= most[rows]![columns]!;
    const ends = column === columns - 1;
    const own = counts[row]![column]!;
    const choices = Array.from(
      { length: most[row]![column]! - least[row]![column]! + 1 },
      (_, step) => least[row]![column]! + step,
    ).toSorted((a, b) => Math.abs(a - own) - Math.abs(b - own));
    for (const value of choices) {
      tried[row]![column] = value;
      const total = sum(tried[row]!.slice(0, column + 1));
      const down = sum(tried.slice(0, row + 1).map((each) => each[column]!));
      if (total > most[row]![columns]! || down > most[rows]![column]!) continue;
      if (ends && total < least[row]![columns]!) continue;
      if (row === rows - 1 && down < least[rows]![column]!) continue;
      if (fits(at + 1)) return true;
    }
    return false;
  };
  return fits(0);
}

/** Numbers under five that can't be everything from nothing to four. */
async function betrayed(counts: Table, known: readonly boolean[]): Promise<string[]> {
  const view = await seen(counts, known);
  return whole(counts).flatMap((row, y) =>
    row.flatMap((value, x) => {
      if (value > 4 || known[x] === true) return [];
      // A total is at least what anybody can count of it.
      const least = x === known.length ? sum(row.filter((_, at) => known[at])) : 0;
      return [least, 4]
        .filter((wanted) => !imaginable(counts, view, [y, x, wanted]))
        .map((wanted) => `${y},${x} can’t be ${wanted} in ${JSON.stringify(counts)}`);
    }),
  );
}

describe('what of a month may be shown', () => {
  const published = [true, false, false, false];

  it('is every number from five on where those under five stay open', async () => {
    // 60 received, 41 published, 9 refused, and the others 6 and 4: as the last one is hidden, one more must be.
    const marks = ['shown', 'shown', 'withheld', 'few', 'shown'];
    expect(await protect([[41, 9, 6, 4]], published)).toEqual([marks, marks]);
    expect(await protect([[41, 9, 6, 5]], published)).toEqual([Array(5).fill('shown'), Array(5).fill('shown')]);
  });

  it('leaves several small numbers alone when their sum leaves each of them open', async () => {
    // 3 + 2 + 4 = 9 among three: each may be from one to four; a fourth one makes nothing possible.
    const marks = await protect([[41, 3, 2, 4, 1]], [true, false, false, false, false]);
    expect(marks[0]).toEqual(['shown', 'few', 'few', 'few', 'few', 'shown']);
  });

  it('does not tell what was received where the rest is too small to hide in, since what was published can be counted', async () => {
    expect((await protect([[41, 1, 2, 0]], published))[0]).toEqual(['shown', 'few', 'few', 'few', 'withheld']);
    expect((await protect([[41, 0, 0, 0]], published))[0]).toEqual((await protect([[41, 1, 2, 0]], published))[0]);
  });

  it('looks across the categories as well', async () => {
    const marks = await protect(
      [
        [20, 7, 6, 6],
        [20, 3, 8, 9],
      ],
      published,
    );
    // The 3 of the second category would follow from the sum 10 and the 7, and from its total.
    expect(marks[1]![1]).toBe('few');
    expect([marks[0]![1], marks[2]![1]]).toContain('withheld');
    expect(
      await betrayed(
        [
          [20, 7, 6, 6],
          [20, 3, 8, 9],
        ],
        published,
      ),
    ).toEqual([]);
  });

  it('says the same of nothing and of four', async () => {
    expect(
      await protect(
        [
          [0, 0],
          [0, 0],
        ],
        [true, false],
      ),
    ).toEqual(
      await protect(
        [
          [0, 1],
          [0, 2],
        ],
        [true, false],
      ),
    );
  });

  it('never gives a small number away, in any of 250 tables', async () => {
    const dice = new Dice('statistics');
    const faults: string[] = [];
    let withheld = 0;
    for (let each = 0; each < 250; each += 1) {
      const [categories, parts] = [dice.whole(1, 3), dice.whole(1, 4)];
      const known = Array.from({ length: parts }, (_, at) => at === 0 && parts > 1 && dice.next() < 0.7);
      const counts = Array.from({ length: categories }, () =>
        Array.from({ length: parts }, () => (dice.next() < 0.6 ? dice.whole(0, 4) : dice.whole(5, 14))),
      );
      faults.push(...(await betrayed(counts, known)));
      withheld += (await protect(counts, known)).flat().filter((mark) => mark === 'withheld').length;
    }
    expect(faults).toEqual([]);
    expect(withheld).toBeGreaterThan(100);
  }, 60_000);

  it('lets others have their turn where there are many categories', async () => {
    const { made: marks, turns } = await turnsOfOthers(() =>
      protect(
        Array.from({ length: 40 }, (_, at) => [20, at % 5, 3, 9, 0]),
        [true, false, false, false, false],
      ),
    );
    expect(marks).toHaveLength(41);
    // A turn after every 25 small numbers at the latest.
    expect(turns).toBeGreaterThan(3);
  });

  it('would have found what simple hiding gives away', () => {
    const counts = [[20, 3, 9]];
    const naive = {
      from: [
        [20, 0, 9, 32],
        [20, 0, 9, 32],
      ],
      to: [
        [20, 4, 9, 32],
        [20, 4, 9, 32],
      ],
    };
    expect([0, 1, 2, 3, 4].filter((wanted) => imaginable(counts, naive, [0, 1, wanted]))).toEqual([3]);
  });
});
