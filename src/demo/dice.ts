/**
 * Chance that repeats itself: the same seed gives the same demonstration, which is how an interrupted one is
 * continued.
 */
export class Dice {
  private state: number;

  constructor(seed: string) {
    this.state =
      [...seed].reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5) >>> 0;
  }

  /** From 0 to just below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[Math.floor(this.next() * list.length)];
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((card) => ({ card, place: this.next() }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ card }) => card);
  }
}
