import { LRUCache } from 'lru-cache';
import type { Limit } from '../config/config.js';
import { Meter } from './meter.js';

/** More places than this in one window are no crowd but somebody with many addresses: the oldest are forgotten. */
const MOST = 50_000;

/** A meter for each place on the network, by the name that Places gives it. */
export class Meters {
  // By size and not by `max`, for which the library would make room for all of them at the start.
  private readonly meters = new LRUCache<string, Meter>({ maxSize: MOST, sizeCalculation: () => 1 });

  constructor(private readonly limit: Limit) {}

  /** Counts one more. @returns whether that is still within the limit */
  take(place: string): boolean {
    let meter = this.meters.get(place);
    if (meter === undefined) this.meters.set(place, (meter = new Meter(this.limit)));
    return meter.take();
  }
}
