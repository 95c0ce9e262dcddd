import type { TypedFacts } from './thread-facts/facts.js';
import type { TypedDocument } from './documents/typed-document.js';
import type { Language } from '../visitors/visitor.js';

/** What somebody typed, wherever it goes: nothing of it is checked yet. */
export interface Typed {
  /** Undefined where the form has none. */
  title?: string | undefined;
  text: string;
  /** What the form says of the thread besides its words; undefined where it has no such fields. */
  facts?: TypedFacts | undefined;
  /** Files that go with it; undefined where the form has no such field, and then those of an edited post stay. */
  documents?: readonly TypedDocument[] | undefined;
  /** A guest's pseudonym; ignored for members. */
  name: string;
  email: string;
  /** The form's idempotency key. */
  key: string;
  /** Milliseconds that the letter which asks whose address this is has to wait; undefined for none. */
  letterWait?: number | undefined;
  /** Language of the page that the form stood on: it decides the typography. */
  language: Language;
}
