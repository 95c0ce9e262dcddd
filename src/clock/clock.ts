/**
 * What time it is, asked of one object so that a test can answer.
 * Domain functions take `now: Date` as an argument; only the doors (web, live, the command line) ask the clock.
 */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
