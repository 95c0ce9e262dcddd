import type { ThreadKind, VisibleArticle, VisibleCategory } from '../../src/threads/visible.js';

/** The target of a previewed text, with the words and addresses that its page shows. */
export interface PreviewedTarget {
  heading: string;
  /** Of what is answered, changed or written into, and its name. */
  href: string;
  words: string;
  category: VisibleCategory;
  /** The article whose section it is in, which may have a policy of its own. */
  article: VisibleArticle | null;
  /** The kind of the thread that it opens, or whose facts it changes; a plain one where it is left out. */
  opens?: ThreadKind;
  titled: boolean;
  /** Where the form is sent to. */
  action: string;
  /** Names the draft that a script keeps. */
  draft: string;
  hidden: Record<string, string | number>;
  /** It would change what somebody else wrote; left out for what does not. */
  proposes?: boolean;
}
