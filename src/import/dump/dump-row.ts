/** A row of a dump: the columns that were wanted and are there. Bytes, because the encoding is not known here. */
export interface DumpRow {
  table: string;
  values: Map<string, Buffer | null>;
}

/** The columns of this table that somebody wants, or null when nobody wants the table at all. */
export type Wanted = (table: string) => ReadonlySet<string> | null;

/** What a dump gives, one row after the other; a row with a value that is no literal is only counted. */
export interface DumpSource {
  rows(wanted: Wanted): AsyncGenerator<DumpRow>;
  unreadable: number;
}

/** The message is meant for the administrator. */
export class NoDump extends Error {}
