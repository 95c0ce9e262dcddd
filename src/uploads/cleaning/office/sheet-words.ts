import { BOUNDS } from '../bounds.js';
import type { XmlRules } from './rewrite-xml.js';

/** The words of a sheet as a reader sees them: a line for each row, a tab between cells. */
export class SheetWords {
  private readonly strings: string[] = [];
  private readonly lines: string[] = [];
  private length = 0;

  /** The strings of the file, to be read first: cells refer to them by number. */
  ofStrings(): Pick<XmlRules, 'text' | 'end'> {
    let words = '';
    return {
      text: (text, within) => void (within === 't' && (words += text)),
      end: (name) => {
        if (name !== 'si') return;
        this.strings.push(words);
        words = '';
      },
    };
  }

  ofSheet({ fateOf }: XmlRules): Pick<XmlRules, 'fateOf' | 'text' | 'end'> {
    let cell = '';
    let isShared = false;
    let row: string[] = [];
    return {
      fateOf: (name, attributes) => {
        if (name === 'c') isShared = attributes['t'] === 's';
        return fateOf(name, attributes);
      },
      text: (text, within) => void ((within === 'v' || within === 't') && (cell += text)),
      end: (name) => {
        if (name === 'c') {
          row.push(isShared ? (this.strings[Number(cell)] ?? '') : cell);
          cell = '';
        } else if (name === 'row') {
          this.add(row.join('\t'));
          row = [];
        }
      },
    };
  }

  all(): string {
    return this.lines.join('\n');
  }

  private add(line: string): void {
    if (this.length > BOUNDS.words) return;
    this.length += line.length + 1;
    this.lines.push(line);
  }
}
