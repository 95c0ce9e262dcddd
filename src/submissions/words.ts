import type { SaidDocument } from './documents/said-document.js';
import type { Facts } from './thread-facts/facts.js';

/** The words of a draft after cleaning; `title` is null where there is none. */
export interface Words {
  title: string | null;
  text: string;
  /** What the thread of post 1 is about; left out or null where it has only words. */
  facts?: Facts | null;
  /** Whether it asks something, where the thread takes questions; left out, it stays what it is. */
  question?: boolean | undefined;
  /** In their order; left out, they stay. */
  documents?: readonly SaidDocument[];
}
