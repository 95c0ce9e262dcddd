/** Works of one turn of the process: none of them takes more than a millisecond. */
const MOST = 4;

type Work = () => void;

/**
 * A few works in each turn of the process, and each place on the network in its turn: three thousand sockets that are
 * opened at once, or what they ask for, would otherwise be done one after the other before anybody else is answered.
 * Nothing is refused here: how much a place may ask for is what the door limits, and so is what waits.
 */
export class FairTurns {
  /** By place, in the order in which they are served. */
  private readonly lines = new Map<string, Work[]>();
  private done = 0;
  private isGoing = false;

  constructor(private readonly most = MOST) {}

  /** At once, where nobody waits for that place and this turn has not been used up; else later, in order. */
  take(place: string, work: Work): void {
    const line = this.lines.get(place);
    if (line !== undefined) line.push(work);
    else if (this.done < this.most) {
      this.done += 1;
      this.goOn();
      work();
    } else this.lines.set(place, [work]);
  }

  private goOn(): void {
    if (this.isGoing) return;
    this.isGoing = true;
    setImmediate(this.turn);
  }

  private readonly turn = (): void => {
    this.isGoing = false;
    this.done = 0;
    const works: Work[] = [];
    while (works.length < this.most) {
      const next = this.next();
      if (next === undefined) break;
      works.push(next);
    }
    this.done = works.length;
    if (works.length > 0) this.goOn();
    for (const work of works) work();
  };

  /** The one that has waited longest at the place that is served next, which then goes to the end. */
  private next(): Work | undefined {
    for (const [place, line] of this.lines) {
      const work = line.shift();
      this.lines.delete(place);
      if (line.length > 0) this.lines.set(place, line);
      return work;
    }
    return undefined;
  }
}
