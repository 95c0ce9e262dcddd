/** The town that a thread without other facts is about, as its author says it: nothing that would hold it anywhere. */
export interface TieFacts {
  of: 'tie';
  /** INSEE's code; null for none. */
  town: string | null;
  /** With its department: « Peltre (57) »; empty without one. */
  townName: string;
}
