/** How many works are done in one turn of the process; none of them takes more than a millisecond. */
const MOST = 4;

type Work = () => void;

/**
 * Does a few works in each turn of the process, and one place on the network after the other gets its turn. Otherwise
 * three thousand sockets that are opened at once, or what they ask for, would all be done before anybody else is
 * answered. Nothing is refused here: the door limits how much a place may ask for, and how much waits.
 */
export class FairTurns {
  /** By place, in the order in which they are served. */
  private readonly lines = new Map<string, Work[]>();
  private done = 0;
  private isGoing = false;

  constructor(private readonly most = MOST) {}

  /** Does the work at once if nothing waits for that place and this turn is not used up; else later, in order. */
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

  /** The work that has waited longest at the place whose turn it is. That place then goes to the end of the line. */
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
