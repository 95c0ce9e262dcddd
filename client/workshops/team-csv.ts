import type { TeamLine } from '../../src/registrations/team.js';

/** A program for tables takes what begins like a formula for one. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Who comes, as a table: made when it is asked for, and stored nowhere. */
export function teamCsv(lines: readonly TeamLine[]): string {
  const head = ['code', 'name', 'persons', 'part', 'help', 'state', 'arrived'];
  const yes = (is: boolean): string => (is ? 'yes' : '');
  const rows = lines
    .filter(({ state }) => state !== 'declined')
    .map((line) => [
      cell(line.walkIn ? '' : line.code),
      cell(line.name),
      String(line.persons),
      cell(line.part),
      yes(line.help),
      line.walkIn ? 'walk-in' : line.state,
      yes(line.arrived),
    ]);
  return [head, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}
