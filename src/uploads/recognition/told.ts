/** What the process that reads pages is asked. */
export interface RecognitionOrder {
  /** A cleaned file; the process may read nothing else but its program. */
  input: string;
  kind: 'pdf' | 'picture';
  /** Which of its pages, from 1. */
  pages: readonly number[];
}

/** The words of one page; none where nothing could be read. */
export interface PageWords {
  page: number;
  words: string;
}

/** What the process tells, in this order. */
export type RecognitionStep = { step: 'ready' } | ({ step: 'read' } & PageWords) | { step: 'done' };
