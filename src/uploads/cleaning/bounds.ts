/** How large a file may be in each respect. What is larger is refused before it costs anything. */
export const BOUNDS = {
  pixels: 40_000_000,
  pages: 500,
  /** Bytes of all parts of an office file, as its directory says before anything is unpacked. */
  unpacked: 60_000_000,
  parts: 2_000,
  /** Elements within one another. */
  depth: 500,
  /** Letters of one page that are kept for reading and searching. */
  words: 50_000,
  /** Pages of a PDF that are drawn. */
  drawn: 50,
  /** Bytes of all these drawings together. One megabyte of noise that is shown on each page would make a hundred. */
  drawings: 25_000_000,
} as const;

/** Widths of what is drawn of a document, in pixels. */
export const WIDTHS = { file: 2_560, page: 1_000, small: 320 } as const;
