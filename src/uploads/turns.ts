/**
 * So many pieces of work at once, and those that wait by turns: first whoever has had none, then whoever's last one is
 * longest ago. Somebody who brings forty costs somebody who brings one no more than one.
 */
export class Turns {
  private running = 0;
  private count = 0;
  private readonly waiting: { who: string; start: () => void }[] = [];
  /** When each of those that wait or run had a turn. */
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
      // Here and not when it starts, which is a moment later: another one may end before that.
      this.last.set(first.who, (this.count += 1));
      first.start();
    }
    // Who was here is known no longer than somebody waits.
    if (this.running === 0) this.last.clear();
  }
}
