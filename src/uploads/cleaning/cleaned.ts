import type { FileKind } from '../../documents/visible-document.js';

/** What was found in a file and is not in the new one. */
export type Trace =
  'author' | 'program' | 'position' | 'dates' | 'comments' | 'changes' | 'attachments' | 'scripts' | 'pictures';

/** A file made anew. None of its bytes were taken over unread. */
export interface CleanFile {
  kind: FileKind;
  extension: 'jpg' | 'png' | 'pdf' | 'docx' | 'odt' | 'xlsx' | 'ods' | 'csv' | 'tsv' | 'txt' | 'md';
  bytes: Uint8Array;
  /** The number of pages of a PDF; null where pages are not counted. */
  pages: number | null;
  /** The words of each page; one entry where there are no pages, none for a picture. */
  words: string[];
  removed: Trace[];
}
