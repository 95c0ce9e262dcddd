/**
 * Runs only so many works at once, and lets those that wait take turns by who sent them: first whoever has had no turn,
 * then whoever's last turn is longest ago. So forty files of one person delay the one file of another by one turn at
 * most.
 */
export class Turns {
  private running = 0;
  private count = 0;
  private readonly waiting: { who: string; start: () => void }[] = [];
  /** When each of those who have works here had their last turn. */
  private readonly last = new Map<string, number>();

  constructor(private readonly atOnce: number) {}

  async take<T>(who: string, work: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) await new Promise<void>((start) => this.waiting.push({ who, start }));
    else {
      this.running += 1;
      this.last.set(who, (this.count += 1));
    }
    try {
      return await work();
    } finally {
      this.next();
    }
  }

  private next(): void {
    const turns = this.waiting.map(({ who }) => this.last.get(who) ?? 0);
    const [first] = this.waiting.splice(turns.indexOf(Math.min(...turns)), 1);
    if (first === undefined) this.running -= 1;
    else {
      // Noted here and not when the work starts, which is a moment later: another work may end before that.
      this.last.set(first.who, (this.count += 1));
      first.start();
    }
    // Nobody is remembered any longer than works wait.
    if (this.running === 0) this.last.clear();
  }
}
