import type { DumpRow, Wanted } from './dump-row.js';
import type { SqlTokens, Token } from './sql-tokens.js';
import { introducedValue, isIntroducer, plainValue, type Value } from './sql-value.js';

/** Yields null where it needs more text, and goes on where it was when it is asked again. */
type Steps<T> = Generator<null, T>;

/** Words that begin a line of CREATE TABLE which is about no column. */
const NO_COLUMN = new Set([
  'PRIMARY',
  'KEY',
  'UNIQUE',
  'INDEX',
  'FULLTEXT',
  'SPATIAL',
  'CONSTRAINT',
  'FOREIGN',
  'CHECK',
  'PERIOD',
  'VECTOR',
]);

/** Reads the rows out of the statements of a dump: CREATE TABLE tells the columns, INSERT and REPLACE bring rows. */
export class SqlStatements {
  unreadable = 0;
  /** Whether a row has begun whose end did not come yet. */
  insideRow = false;
  private readonly columns = new Map<string, string[]>();

  constructor(
    private readonly tokens: SqlTokens,
    private readonly wanted: Wanted,
  ) {}

  /**
   * All rows that are wanted; null where more text is needed. It never returns: the caller knows when the text is
   * over.
   */
  *rows(): Generator<DumpRow | null, never> {
    for (;;) {
      const word = textOf(yield* this.token());
      if (word === 'INSERT' || word === 'REPLACE') yield* this.insert();
      else if (word === 'CREATE') yield* this.create();
      else {
        if (word === 'PRAGMA') this.tokens.backslashes = false;
        if (word !== ';') yield* this.pass();
      }
    }
  }

  private *token(): Steps<Token> {
    for (;;) {
      const token = this.tokens.next();
      if (token !== null) return token;
      yield null;
    }
  }

  /** To the end of the statement. */
  private *pass(): Steps<void> {
    while (textOf(yield* this.token()) !== ';');
  }

  /** The last part of a name with points, and the word or mark after it. */
  private *name(): Steps<{ name: string; next: string }> {
    let name = '';
    for (;;) {
      const token = yield* this.token();
      const text = textOf(token);
      if (
        token.kind === 'mark'
          ? text !== '.'
          : text === 'VALUES' || text === 'VALUE' || text === 'SELECT' || text === 'SET' || text === 'AS'
      )
        return { name, next: text };
      if (
        token.kind === 'mark' ||
        ['INTO', 'IF', 'NOT', 'EXISTS', 'IGNORE', 'LOW_PRIORITY', 'DELAYED', 'HIGH_PRIORITY', 'OR'].includes(text)
      )
        continue;
      name = (token.kind === 'word' ? token.text : token.bytes.toString('utf8')).replace(/^.*\./, '') || name;
    }
  }

  private *create(): Steps<void> {
    if (textOf(yield* this.token()) !== 'TABLE') return yield* this.pass();
    const { name, next } = yield* this.name();
    if (next === '(' && this.wanted(name) !== null) this.columns.set(name, yield* this.definitions());
    if (next !== ';') yield* this.pass();
  }

  private *definitions(): Steps<string[]> {
    const columns: string[] = [];
    let depth = 1;
    for (let first = true; depth > 0;) {
      const token = yield* this.token();
      const text = textOf(token);
      if (first && token.kind !== 'mark' && !(token.kind === 'word' && NO_COLUMN.has(text)))
        columns.push(token.kind === 'word' ? token.text : token.bytes.toString('utf8'));
      if (text === '(') depth += 1;
      if (text === ')') depth -= 1;
      first = text === ',' && depth === 1;
    }
    return columns;
  }

  private *insert(): Generator<DumpRow | null, void> {
    const { name, next } = yield* this.name();
    const wanted = this.wanted(name);
    const columns = next === '(' && wanted !== null ? yield* this.definitions() : (this.columns.get(name) ?? []);
    const begins = next === '(' && wanted !== null ? textOf(yield* this.token()) : next;
    if (wanted === null || !begins.startsWith('VALUE')) return next === ';' ? undefined : yield* this.pass();
    let mark = textOf(yield* this.token());
    for (; mark === '(' || mark === ','; mark = textOf(yield* this.token()))
      if (mark === '(') yield* this.row(name, columns, wanted);
    if (mark !== ';') yield* this.pass();
  }

  private *row(table: string, columns: string[], wanted: ReadonlySet<string>): Generator<DumpRow | null, void> {
    const values = new Map<string, Buffer | null>();
    let readable = true;
    let at = 0;
    this.insideRow = true;
    for (let mark = ','; mark === ','; at += 1) {
      const read = yield* this.value();
      mark = read.mark;
      const column = columns[at];
      if (column === undefined || !wanted.has(column)) continue;
      if (read.value === undefined) readable = false;
      else values.set(column, read.value);
    }
    this.insideRow = false;
    if (!readable || at !== columns.length) this.unreadable += 1;
    else yield { table, values };
  }

  /** One value and the comma or bracket after it; a call or a sum is passed over, and is no value. */
  private *value(): Steps<{ value: Value; mark: string }> {
    const first = yield* this.token();
    let value: Value;
    let token: Token;
    if (isIntroducer(first)) {
      token = yield* this.token();
      if (token.kind === 'string') {
        value = introducedValue(first.text, token, this.tokens.backslashes);
        token = yield* this.token();
      }
    } else {
      value = plainValue(first, this.tokens.backslashes);
      token = yield* this.token();
    }
    for (let depth = 0; ; token = yield* this.token()) {
      const text = textOf(token);
      if (depth === 0 && (text === ',' || text === ')')) return { value, mark: text };
      value = undefined;
      if (text === '(') depth += 1;
      if (text === ')') depth -= 1;
    }
  }
}

/** A mark as it is, a bare word in capitals; nothing for what stands in quotes, which is never part of the grammar. */
function textOf(token: Token): string {
  if (token.kind === 'mark') return token.text;
  return token.kind === 'word' ? token.text.toUpperCase() : '';
}
