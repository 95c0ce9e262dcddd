/** What a document is for people. Its bytes tell, never its name. */
export const FILE_KINDS = ['picture', 'pdf', 'text', 'sheet', 'table'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Whose paper it is, as whoever sent it says. */
export const ORIGINS = ['authority', 'ours', 'press', 'other'] as const;
export type Origin = (typeof ORIGINS)[number];

export const NATURES = ['deliberation', 'contract', 'opinion', 'letter', 'record', 'photo', 'other'] as const;
export type Nature = (typeof NATURES)[number];

/** What a post shows of each of its files. */
export type PostDocument = Omit<VisibleDocument, 'hash' | 'keptAs' | 'publishedAt'>;

/** A file as a history names it; its kind is not known any more when it was erased. */
export type NamedFile = Pick<VisibleDocument, 'title'> & { kind: FileKind | null };

/** A file of a published post, as everybody sees it who may read the post. */
export interface VisibleDocument {
  id: string;
  title: string;
  /** What it shows, for people who cannot see it; empty where nothing was said. */
  description: string;
  origin: Origin;
  /** The authority or newspaper that it comes from; empty where nothing was said. */
  source: string;
  nature: Nature;
  /** A day, `2026-11-22`. */
  dated: string | null;
  kind: FileKind;
  extension: string;
  size: number;
  /** The number of pages of a PDF; null for other files. */
  pages: number | null;
  /** How many of its pages are drawn; 1 for a picture. */
  drawn: number;
  /** The hash of its bytes, in hexadecimal digits. */
  hash: string;
  publishedAt: Date;
  /** The id under which its bytes lie. */
  keptAs: string;
}
