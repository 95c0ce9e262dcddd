import { inTurns } from '../../clock/in-turns.js';
import { type Arc, cheapestWay, FEW, type Mark } from './circulation.js';

/** Which numbers are withheld first: a part of one category costs least, the sum of all categories most. */
const PRICE = { part: 100, total: 300, sum: 600, grand: 3_000 };

/**
 * `counts[category][part]` as streams: from the source by each category's total into its parts, and by their sums
 * back.
 */
function arcsOf(counts: readonly (readonly number[])[], known: readonly boolean[]): Arc[] {
  const [source, end] = [0, 1];
  const category = (row: number): number => 2 + row;
  const part = (column: number): number => 2 + counts.length + column;
  const arc = (from: number, to: number, value: number, more: Pick<Arc, 'price'> & Partial<Arc>): Arc => ({
    from,
    to,
    value,
    mark: value > FEW ? 'shown' : 'few',
    known: false,
    least: 0,
    ...more,
    price: more.price + Math.min(value, 900) / 10,
  });
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const least = (parts: readonly number[]): number => sum(parts.filter((_, column) => known[column]));
  const every = known.every(Boolean);
  const sums = known.map((_, column) => sum(counts.map((parts) => parts[column] ?? 0)));
  return [
    ...counts.flatMap((parts, row) => [
      ...parts.map((value, column) =>
        arc(category(row), part(column), value, { price: PRICE.part, known: known[column] ?? false }),
      ),
      arc(source, category(row), sum(parts), { price: PRICE.total, known: every, least: least(parts) }),
    ]),
    ...sums.map((value, column) => arc(part(column), end, value, { price: PRICE.sum, known: known[column] ?? false })),
    arc(end, source, sum(sums), { price: PRICE.grand, known: every, least: least(sums) }),
  ];
}

/**
 * Lets a reader imagine the number `cell` as large as four, or as small as nothing, or as what they can count
 * themselves.
 */
function free(arcs: Arc[], cell: number, up: boolean): void {
  const own = arcs[cell];
  if (own === undefined) return;
  const values = arcs.map(({ value }) => value);
  const ends = up ? { start: own.to, end: own.from } : { start: own.from, end: own.to };
  for (let left = up ? FEW - own.value : own.value - own.least; left > 0;) {
    const way = cheapestWay(arcs, values, { ...ends, except: cell });
    if (way === null) throw new Error('a small number cannot be hidden');
    const moved = Math.min(left, ...way.map(({ room }) => room));
    for (const { arc, up: larger, price } of way) {
      values[arc] = (values[arc] ?? 0) + (larger ? moved : -moved);
      const passed = arcs[arc];
      if (price > 0 && passed !== undefined) passed.mark = 'withheld';
    }
    left -= moved;
  }
}

/**
 * What of a table of counts may be shown. Numbers under five are not, and then as many others are withheld as it takes
 * for each of them to be any number from zero to four, even for a reader who does all the sums. `known` parts can be
 * counted elsewhere: they protect nothing and need no protection.
 *
 * The answer has a row more than `counts`, the sums of all categories, and a column more, the totals of each. A table
 * of many categories takes a while, and others have their turn in it.
 */
export async function protect(counts: readonly (readonly number[])[], known: readonly boolean[]): Promise<Mark[][]> {
  const arcs = arcsOf(counts, known);
  const small = [...arcs.keys()].filter((cell) => arcs[cell]?.known === false && arcs[cell].value <= FEW);
  await inTurns(small, (cell) => {
    free(arcs, cell, true);
    free(arcs, cell, false);
  });
  const marks = arcs.map(({ mark }) => mark);
  return Array.from({ length: counts.length + 1 }, (_, row) =>
    marks.slice(row * (known.length + 1), (row + 1) * (known.length + 1)),
  );
}
