/** The top of a scale for counts, and what is written at its middle: both whole. */
export function countTop(most: number): number {
  for (let ten = 1; ; ten *= 10) for (const step of [6, 10, 20, 30, 40, 60]) if (step * ten >= most) return step * ten;
}

const HOUR = 60;
const DAY = 24 * HOUR;
const LENGTHS = [
  30,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  6 * HOUR,
  8 * HOUR,
  12 * HOUR,
  DAY,
  36 * HOUR,
  2 * DAY,
  4 * DAY,
  6 * DAY,
  10 * DAY,
  14 * DAY,
  20 * DAY,
];

/** The top of a scale for minutes: an hour, half a day, two days. */
export function lengthTop(most: number): number {
  return LENGTHS.find((length) => length >= most) ?? countTop(most / DAY) * DAY;
}

/**
 * Where the middle of the slot `index` of `count` is, and how wide: as the attributes of SVG take it, so that nothing
 * scales but the width.
 */
export function slot(index: number, count: number, share: number): { x: string; middle: string; width: string } {
  const whole = 100 / count;
  const percent = (part: number): string => `${Math.round(part * 100) / 100}%`;
  return {
    x: percent(whole * (index + (1 - share) / 2)),
    middle: percent(whole * (index + 0.5)),
    width: percent(whole * share),
  };
}
