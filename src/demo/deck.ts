import type { Dice } from './dice.js';

/** Cards drawn without return until none is left: two posts of one thread don't say the same thing. */
export class Deck {
  private readonly cards: readonly string[];
  private left: string[] = [];

  constructor(
    lines: string,
    private readonly dice: Dice,
  ) {
    this.cards = lines
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }

  draw(): string {
    if (this.left.length === 0) this.left = this.dice.shuffled(this.cards);
    const card = this.left.pop();
    if (card === undefined) throw new Error('a deck has no cards');
    return card;
  }
}
