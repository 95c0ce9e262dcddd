import { Injectable } from '@nestjs/common';
import { Busy } from '../../errors/errors.js';

const OF_ONE_NETWORK = 4;
const OF_ALL = 20;
const SECONDS = 30;

/** How many forms and parts of files are being read: a slow one holds a connection and a descriptor for minutes. */
@Injectable()
export class Places {
  private readonly taken = new Map<string, number>();
  private all = 0;

  /** Answers what frees the place again. @throws Busy where there is none. */
  enter(network: string): () => void {
    const here = this.taken.get(network) ?? 0;
    if (here >= OF_ONE_NETWORK || this.all >= OF_ALL) throw new Busy('uploads-busy', { seconds: SECONDS });
    this.taken.set(network, here + 1);
    this.all += 1;
    return () => {
      this.all -= 1;
      const left = (this.taken.get(network) ?? 1) - 1;
      if (left === 0) this.taken.delete(network);
      else this.taken.set(network, left);
    };
  }
}
