/**
 * Which kinds of texts can be searched, have tags and stand in feeds. It is one list, so that no page promises an entry
 * that is not in it. A new kind of text needs a line here, its lexeme in `search_again` (a migration) and its words in
 * the catalogue.
 */
export const READABLE = {
  /** The text that opens a thread of the forum. */
  thread: { searched: true, tagged: true, fed: true },
  /** The first post of a workshop. Its place and its programme are searched, too. */
  workshop: { searched: true, tagged: true, fed: true },
  /** The first post of a case. Its place and its authority are searched, too. */
  case: { searched: true, tagged: true, fed: true },
  /** A message that says what happened in a case. */
  step: { searched: true, tagged: true, fed: true },
  reply: { searched: true, tagged: true, fed: true },
  /** A message in the section of an article. */
  comment: { searched: true, tagged: true, fed: true },
} as const satisfies Record<string, { searched: boolean; tagged: boolean; fed: boolean }>;

export type ReadableKind = keyof typeof READABLE;

/** The kinds that can be searched, in the order of the form. */
export const SEARCHED_KINDS = (Object.keys(READABLE) as ReadableKind[]).filter((kind) => READABLE[kind].searched);
