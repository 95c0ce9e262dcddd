/** Why a contribution is refused or taken down: a template that administrators edit, in both languages. */
export interface Reason {
  code: string;
  /** As it stands in a list, and after « Motif : ». */
  fr: string;
  en: string;
  /** For the page of the rules. */
  aboutFr: string;
  aboutEn: string;
  /** What the author reads, with the blanks {author} {thread} {rules}. */
  bodyFr: string;
  bodyEn: string;
  position: number;
  /** Those that are switched off are not offered any more, but their words stand where they were used. */
  active: boolean;
}

/** Where the rules stand, for {rules}. */
const RULES = '/rules';

/** A template with its blanks filled; a blank that nothing fills leaves no double space. */
export function filled(body: string, { author, thread }: { author: string; thread: string }): string {
  const words: Record<string, string> = { author, thread, rules: RULES };
  return body
    .replace(/\{(author|thread|rules)\}/g, (_, blank: string) => words[blank] ?? '')
    .replace(/ {2,}/g, ' ')
    .trim();
}
