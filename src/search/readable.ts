/**
 * What can be searched, tagged and fed: one list, so that no page promises an entry that is not in it. A kind that
 * joins gets a line here, its lexeme in `search_again` (a migration) and its words in the catalogue.
 */
export const READABLE = {
  /** The text that opens a thread of the forum. */
  thread: { searched: true, tagged: true, fed: true },
  /** The first post of a workshop, by its place and its programme, too. */
  workshop: { searched: true, tagged: true, fed: true },
  /** The first post of a case, by its place and its authority, too. */
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
