/** One line of the table that a run prints; a cell that has nothing to say is left out. */
export interface Row {
  what: string;
  ours: string;
  floor?: string;
  /** Ours to the floor, so that 1 is as good as bare. */
  ratio?: string;
  cpu?: string;
  floorCpu?: string;
  aim?: string;
  /** What else is to be said of it. */
  besides?: string;
}

const COLUMNS: [keyof Row, string][] = [
  ['what', 'what'],
  ['ours', 'Palabre'],
  ['floor', 'floor'],
  ['ratio', 'ratio'],
  ['cpu', 'CPU'],
  ['floorCpu', 'CPU of floor'],
  ['aim', 'aim'],
  ['besides', 'besides'],
];

export function table(rows: Row[]): string {
  const columns = COLUMNS.filter(([key]) => rows.some((row) => row[key] !== undefined));
  const cells = [columns.map(([, title]) => title), ...rows.map((row) => columns.map(([key]) => row[key] ?? ''))];
  const widths = columns.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const lines = cells.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const at = (place: number): number => sorted[place] ?? Number.NaN;
  return sorted.length % 2 === 1 ? at(Math.floor(middle)) : (at(middle - 1) + at(middle)) / 2;
}

/** Three digits that mean something: 0.034, 5.21, 48.3, 1 240. */
export function short(value: number, unit = ''): string {
  const digits =
    value >= 1000
      ? Math.round(value)
          .toString()
          .replace(/\B(?=(\d{3})+$)/g, ' ')
      : String(Number(value.toPrecision(3)));
  return unit === '' ? digits : `${digits} ${unit}`;
}
