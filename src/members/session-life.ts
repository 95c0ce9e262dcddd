import type { Role } from '../visitors/visitor.js';

const DAY = 24 * 3600 * 1000;
const IDLE = 14 * DAY;
const ABSOLUTE = 30 * DAY;
const ABSOLUTE_STAFF = 7 * DAY;

let lastDay = { begins: NaN, day: '' };

/**
 * The day of a moment, in UTC: as precisely as we want to know when somebody was here. Asked with each request and the
 * same all day, so the last one is remembered.
 */
export function dayOf(at: Date): string {
  const begins = Math.floor(at.getTime() / DAY);
  if (begins !== lastDay.begins) lastDay = { begins, day: at.toISOString().slice(0, 10) };
  return lastDay.day;
}

/**
 * When a session ends that began at `createdAt` and was used at `now`. Idle time counts from the end of that day, so
 * that the end tells no more than the day.
 */
export function sessionEnd(role: Role, createdAt: Date, now: Date): Date {
  const absolute = createdAt.getTime() + (role === 'member' ? ABSOLUTE : ABSOLUTE_STAFF);
  const idle = Date.parse(dayOf(now)) + DAY + IDLE;
  return new Date(Math.min(absolute, idle));
}
