/** Why something was left out; the words are in client/locales. */
export const SKIPPED = [
  'off',
  'spam',
  'internal',
  'unfinished',
  'status',
  'other-object',
  'article-missing',
  'article-unpublished',
  'article-removed',
  'empty',
] as const;

/** Notices about messages that were imported nevertheless. */
export const NOTICED = [
  'name-taken',
  'name-cut',
  'name-was-mail',
  'title-kept',
  'text-parted',
  'parent-missing',
  'parent-not-public',
  'loop',
  'undated',
  'future',
  'mended',
  'link-left',
  'link-kept',
  'article-closed',
  'article-members',
  'article-title-cut',
] as const;

/** `failed:` is followed by the code of the reason why the forum refused the message. */
export type Skipped = (typeof SKIPPED)[number] | `failed:${string}`;
export type Noticed = (typeof NOTICED)[number];

export interface Tally {
  count: number;
  /** The first ones, to look them up. */
  ids: number[];
}

const IDS = 8;

/** What was read, what became of it and why. */
export class Report {
  readonly read = { articles: 0, messages: 0, unreadable: 0 };
  readonly articles = { made: 0, known: 0, unpublished: 0 };
  readonly messages = { published: 0, waiting: 0, before: 0 };
  /** Sections that were opened by a comment of this import. */
  sections = 0;
  emails = 0;
  /** Name of the site that receives. */
  site = '';
  readonly skipped = new Map<Skipped, Tally>();
  readonly noticed = new Map<Noticed, Tally>();

  skip(reason: Skipped, id: number): void {
    tally(this.skipped, reason, id);
  }

  notice(what: Noticed, id: number): void {
    tally(this.noticed, what, id);
  }

  /** All messages are in exactly one of these. */
  get accounted(): number {
    const { published, waiting, before } = this.messages;
    return published + waiting + before + [...this.skipped.values()].reduce((sum, { count }) => sum + count, 0);
  }
}

function tally<Key>(into: Map<Key, Tally>, key: Key, id: number): void {
  const known = into.get(key) ?? { count: 0, ids: [] };
  known.count += 1;
  if (known.ids.length < IDS) known.ids.push(id);
  into.set(key, known);
}
