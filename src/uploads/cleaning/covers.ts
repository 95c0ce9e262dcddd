/** A rectangle of a page, in thousandths of its width and height from the left and from the top; pages from 1. */
export interface Area {
  page: number;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What is to be blacked out of a file. */
export interface BlackedAreas {
  areas: readonly Area[];
  /** Pages that are left out. */
  drop: readonly number[];
}

/** A word that was looked for: where it stands, and the line around it. */
export interface Place extends Area {
  line: string;
}

/** How many places are offered to be ticked. A form has a field for each, and only so many fields are read. */
export const MOST_PLACES = 150;

/**
 * The share of a letter that has to be covered for the letter to count as covered. A letter that is covered less can be
 * read.
 */
const ENOUGH = 0.15;

/** Whether one of the areas covers a sign with these corners, in thousandths of the page. */
export function isCovered(
  areas: readonly Area[],
  [left, top, right, bottom]: readonly [number, number, number, number],
): boolean {
  const size = Math.max((right - left) * (bottom - top), Number.EPSILON);
  return areas.some((area) => {
    const width = Math.min(right, area.left + area.width) - Math.max(left, area.left);
    const height = Math.min(bottom, area.top + area.height) - Math.max(top, area.top);
    return width > 0 && height > 0 && (width * height) / size >= ENOUGH;
  });
}

/** The same area in pixels of a picture: whole ones, and one more on each side. */
export function pixelsOf(
  area: Area,
  width: number,
  height: number,
): [left: number, top: number, right: number, bottom: number] {
  const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
  return [
    clamp(Math.floor((area.left * width) / 1_000) - 1, width),
    clamp(Math.floor((area.top * height) / 1_000) - 1, height),
    clamp(Math.ceil(((area.left + area.width) * width) / 1_000) + 1, width),
    clamp(Math.ceil(((area.top + area.height) * height) / 1_000) + 1, height),
  ];
}
