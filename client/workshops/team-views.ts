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

/** In persons. */
export function personsIn(lines: readonly Line[], ...views: TeamView[]): number {
  return lines.filter((line) => views.includes(viewOf(line))).reduce((sum, { persons }) => sum + persons, 0);
}
