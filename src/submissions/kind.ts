/**
 * The columns that the row of a kind must fill besides its words. Rows of other kinds may have it, too, but for
 * `article` and `refusal`.
 */
export type Need = 'title' | 'category' | 'thread' | 'post' | 'author' | 'article' | 'refusal';

/** Properties that code asks for, instead of comparing the names of kinds. */
interface KindProperties {
  /**
   * True for messages, edits of them and texts of members' pages; false for reports and appeals, which are about other
   * submissions.
   */
  isContribution: boolean;
  /** Published it is a post of its own, with a number. */
  becomesPost: boolean;
  /** Its post is the first of a thread that opens with it. */
  opensThread: boolean;
  /** Published it takes the place of a post's words. */
  changesPost: boolean;
  /** Published it is what its author's own page says. */
  standsOnPage: boolean;
  /** It is sent to an existing thread, and its author sees it waiting on the page of that thread. */
  waitsInThread: boolean;
  /** While it waits, it moves together with the posts that it is about. */
  movesWithPosts: boolean;
  /** Where it names no post that it answers, it answers the first one. */
  answersFirst: boolean;
  /** Some of its facts are for whoever has a seat, and are erased when its time is over. */
  hasSecret: boolean;
  /** Published, whoever has registered for a workshop reads it on their own page, and nobody else anywhere. */
  readByRegistered: boolean;
  /** The checks of desk.submission are made from this (migrations/kind-checks.ts). */
  needs: readonly Need[];
}

const NOTHING: KindProperties = {
  isContribution: false,
  becomesPost: false,
  opensThread: false,
  changesPost: false,
  standsOnPage: false,
  waitsInThread: false,
  movesWithPosts: false,
  answersFirst: false,
  hasSecret: false,
  readByRegistered: false,
  needs: [],
};
const CONTRIBUTION = { ...NOTHING, isContribution: true };

/**
 * Every kind of submission, in the order in which the desk names them. docs/adding-a-kind.md says where each speaks
 * further.
 */
const PROPERTIES = {
  thread: { ...CONTRIBUTION, becomesPost: true, opensThread: true, needs: ['title', 'category'] },
  workshop: { ...CONTRIBUTION, becomesPost: true, opensThread: true, hasSecret: true, needs: ['title', 'category'] },
  case: { ...CONTRIBUTION, becomesPost: true, opensThread: true, needs: ['title', 'category'] },
  reply: {
    ...CONTRIBUTION,
    becomesPost: true,
    waitsInThread: true,
    movesWithPosts: true,
    answersFirst: true,
    needs: ['category', 'thread'],
  },
  step: {
    ...CONTRIBUTION,
    becomesPost: true,
    waitsInThread: true,
    movesWithPosts: true,
    needs: ['category', 'thread'],
  },
  words: { ...CONTRIBUTION, readByRegistered: true, needs: ['category', 'thread', 'author'] },
  comment: { ...CONTRIBUTION, becomesPost: true, waitsInThread: true, needs: ['category', 'article'] },
  edit: {
    ...CONTRIBUTION,
    changesPost: true,
    waitsInThread: true,
    movesWithPosts: true,
    needs: ['category', 'thread', 'post'],
  },
  profile: { ...CONTRIBUTION, standsOnPage: true, needs: ['author'] },
  report: { ...NOTHING, needs: ['category', 'thread', 'post'] },
  appeal: { ...NOTHING, needs: ['refusal'] },
} as const satisfies Record<string, KindProperties>;

export type Kind = keyof typeof PROPERTIES;

export const KINDS: readonly Kind[] = Object.keys(PROPERTIES) as Kind[];

export function propertiesOf(kind: Kind): KindProperties {
  return PROPERTIES[kind];
}

/** For SQL: the kinds that pass, as the list that stands after `in`. */
export function kindsThat(pass: (kind: Kind) => boolean): string {
  return `(${KINDS.filter(pass)
    .map((kind) => `'${kind}'`)
    .join(', ')})`;
}

/** The same for one of the properties. */
export function kindsWith(property: Exclude<keyof KindProperties, 'needs'>): string {
  return kindsThat((kind) => PROPERTIES[kind][property]);
}
