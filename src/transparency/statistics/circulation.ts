/** `few`: under five. `withheld`: could be any number. */
export type Mark = 'shown' | 'few' | 'withheld';

/** The largest number that is never shown; zero is one of them. */
export const FEW = 4;

/** A number of a table as a stream between two of its sums: what flows into a sum flows out of it. */
export interface Arc {
  from: number;
  to: number;
  value: number;
  mark: Mark;
  /** Can be counted elsewhere by anybody, so hiding it hides nothing. */
  known: boolean;
  /** How much of it anybody can count elsewhere. */
  least: number;
  /** How much a reader loses when it is withheld. */
  price: number;
}

/** One number of a way, which may be larger (`up`) or smaller than it is. */
export interface Step {
  arc: number;
  up: boolean;
  /** How far. */
  room: number;
  /** The price of withholding it, which this way has to pay first. */
  price: number;
}

/** How far a reader of the table can imagine this number to move from `value`, and what it costs to let them. */
function stepOf({ known, mark, price }: Arc, arc: number, value: number, up: boolean): Step {
  if (known) return { arc, up, room: 0, price: 0 };
  const paid = mark === 'shown' ? price : 0;
  if (!up) return { arc, up, room: value, price: paid };
  if (mark === 'few')
    return value < FEW ? { arc, up, room: FEW - value, price: 0 } : { arc, up, room: Infinity, price: price / 4 };
  return { arc, up, room: Infinity, price: paid };
}

/** The cheapest way for one more from `start` to `end`, past all numbers but `except`; null when there is none. */
export function cheapestWay(
  arcs: readonly Arc[],
  values: readonly number[],
  { start, end, except }: { start: number; end: number; except: number },
): Step[] | null {
  const cost = new Map<number, number>([[start, 0]]);
  const last = new Map<number, { step: Step; from: number }>();
  const reach = (from: number, to: number, step: Step): boolean => {
    const sofar = cost.get(from);
    if (sofar === undefined || step.room <= 0 || sofar + step.price >= (cost.get(to) ?? Infinity)) return false;
    cost.set(to, sofar + step.price);
    last.set(to, { step, from });
    return true;
  };
  for (let better = true; better;) {
    better = false;
    for (const [index, arc] of arcs.entries()) {
      if (index === except) continue;
      const value = values[index] ?? 0;
      const forth = reach(arc.from, arc.to, stepOf(arc, index, value, true));
      const back = reach(arc.to, arc.from, stepOf(arc, index, value, false));
      better ||= forth || back;
    }
  }
  const way: Step[] = [];
  for (let at = end; at !== start;) {
    const came = last.get(at);
    if (came === undefined) return null;
    way.push(came.step);
    at = came.from;
  }
  return way;
}
