/** What a page of the team shows of who comes. */
export const TEAM_VIEWS = ['expected', 'arrived', 'waiting', 'asked', 'maybe', 'declined'] as const;
export type TeamView = (typeof TEAM_VIEWS)[number];

interface Line {
  state: string;
  arrived: boolean;
  persons: number;
}

/** Where somebody stands: whoever has arrived is there, whatever they had said. */
export function viewOf({ state, arrived }: Line): TeamView {
  if (arrived) return 'arrived';
  return state === 'seated' ? 'expected' : (TEAM_VIEWS.find((view) => view === state) ?? 'maybe');
}

interface PlacedLine extends Line {
  part: string;
  apart: boolean;
}

/** Who takes seats of one kind. */
export interface TeamPool<L> {
  /** The title of a part that has seats of its own; null for the date. */
  part: string | null;
  lines: readonly L[];
}

/**
 * As seats are counted, and everybody reads them: the date first, then each part that has seats of its own. Somebody
 * may come to both, and one sum of them would count that person twice.
 */
export function poolsOf<L extends PlacedLine>(lines: readonly L[]): TeamPool<L>[] {
  const apart = [...new Set(lines.filter((line) => line.apart).map(({ part }) => part))];
  return [
    { part: null, lines: lines.filter((line) => !line.apart) },
    ...apart.map((part) => ({ part, lines: lines.filter((line) => line.apart && line.part === part) })),
  ];
}

/** In persons. */
export function personsIn(lines: readonly Line[], ...views: TeamView[]): number {
  return lines.filter((line) => views.includes(viewOf(line))).reduce((sum, { persons }) => sum + persons, 0);
}
