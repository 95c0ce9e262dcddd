import { Clock } from '../src/clock/clock.js';

/** A clock that stands still until a test moves it. */
export class SettableClock extends Clock {
  private at = new Date('2026-11-22T14:00:00Z');

  override now(): Date {
    return new Date(this.at);
  }

  set(at: Date): void {
    this.at = at;
  }

  advance(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds);
  }
}
