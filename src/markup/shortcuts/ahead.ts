/** A stretch of the source, from its first letter to the one behind its last. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * Where a pattern comes next. The answer is remembered until the reader has passed it, so that a thousand openers
 * without a closer cost one search and not a thousand.
 */
export class Ahead {
  private readonly found = new Map<string, Stretch | null>();

  constructor(private readonly source: string) {}

  next(pattern: RegExp, from: number): Stretch | null {
    const known = this.found.get(pattern.source);
    if (known === null || (known !== undefined && known.start >= from)) return known;
    const search = new RegExp(pattern.source, 'gm');
    search.lastIndex = from;
    const match = search.exec(this.source);
    const stretch = match === null ? null : { start: match.index, end: match.index + match[0].length };
    this.found.set(pattern.source, stretch);
    return stretch;
  }
}
