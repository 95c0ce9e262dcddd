/**
 * Intl takes longer for one date than the page for its whole line. What many dates have in common (how far the clocks
 * of a zone are ahead on a day, the name of a day, two hours) is asked of it once.
 */
const DAY = 86_400_000;
/** Of each: some years of days in a few zones. */
const MOST = 5_000;

export function known<T>(all: Map<string, T>, key: string, make: () => T): T {
  const found = all.get(key);
  if (found !== undefined) return found;
  if (all.size >= MOST) all.clear();
  const made = make();
  all.set(key, made);
  return made;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
const ahead = new Map<string, { from: number; to: number }>();

/** What the clocks of a zone show at a moment, as milliseconds of a clock that is never changed. */
export function localTime(zone: string, at: Date): number {
  const moment = at.getTime();
  const day = Math.floor(moment / DAY);
  const { from, to } = known(ahead, `${zone} ${day}`, () => ({
    from: aheadAt(zone, day * DAY),
    to: aheadAt(zone, (day + 1) * DAY),
  }));
  // On a day on which the clocks are changed it hangs on the hour.
  return moment + (from === to ? from : aheadAt(zone, moment));
}

/** Milliseconds by which the clocks of a zone are ahead of UTC. */
function aheadAt(zone: string, moment: number): number {
  const clock = known(
    clocks,
    zone,
    () =>
      new Intl.DateTimeFormat('en-GB', {
        ...{
          year: 'numeric',
          month: 'numeric',
          day: 'numeric',
          hour: 'numeric',
          minute: 'numeric',
          second: 'numeric',
        },
        hourCycle: 'h23',
        timeZone: zone,
      }),
  );
  const parts = clock.formatToParts(moment);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return shown - Math.floor(moment / 1000) * 1000;
}
