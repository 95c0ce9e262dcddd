/** One cell of a table as drawn: what it says and how many columns and rows it covers. */
export interface Cell {
  text: string;
  columns: number;
  rows: number;
}

/** Rows of cells, the headings apart. `widths` has the number of cells typed in each row. */
export interface Grid {
  head: Cell[][];
  body: Cell[][];
  widths: number[];
}

const STRONG = /^\{\{(.+)\}\}$/;
const RULE = /^:?-+:?$/;

function cellsOf(line: string): string[] {
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());
}

/** Draws `<` into the cell on its left and `^` into the one above it; in the first column and row they are text. */
function merged(rows: string[][]): Cell[][] {
  const above: (Cell | undefined)[] = [];
  return rows.map((row) => {
    const drawn: Cell[] = [];
    let left: Cell | undefined;
    row.forEach((text, column) => {
      const top = above[column];
      if (text === '<' && left !== undefined) {
        if (top !== left) left.columns++;
      } else if (text === '^' && top !== undefined) {
        if (top !== left) top.rows++;
        left = top;
      } else drawn.push((left = { text, columns: 1, rows: 1 }));
      above[column] = left;
    });
    return drawn;
  });
}

/** Reads the lines of a table, each of which starts and ends with `|`. */
export function gridOf(lines: string[]): Grid {
  const typed = lines.map(cellsOf);
  const [first = [], second = []] = typed;
  const strong = first.every((cell) => STRONG.test(cell)) && first.length > 0;
  const ruled = second.length > 0 && second.every((cell) => RULE.test(cell));
  const plain = ruled ? [first, ...typed.slice(2)] : typed;
  const headings = strong ? [first.map((cell) => STRONG.exec(cell)?.[1] ?? cell)] : ruled ? [first] : [];
  return {
    head: merged(headings),
    body: merged(plain.slice(headings.length)),
    widths: typed.map((row) => row.length),
  };
}
