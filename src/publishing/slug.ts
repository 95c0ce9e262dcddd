const LONGEST = 80;
// Words that stand in the same place of an address: /thread/12/posts is not the thread called "Posts".
const TAKEN = new Set(['', 'posts', 'replies', 'share', 'call', 'workshop', 'case']);
const LETTERS: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** The slug of a thread without a title to show: its first post was taken down or withdrawn. */
export const RETIRED_SLUG = 'sujet';

/** A title as it stands in an address: ASCII, at most 80 letters, never empty and never a word that is taken. */
export function slugOf(title: string): string {
  const folded = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[œæßøłđðþı]/g, (letter) => LETTERS[letter] ?? '');
  const words = folded.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const cut =
    words.length <= LONGEST
      ? words
      : words
          .slice(0, LONGEST + 1)
          .replace(/-[^-]*$/, '')
          .slice(0, LONGEST);
  return TAKEN.has(cut) ? ['sujet', cut].filter((part) => part !== '').join('-') : cut;
}
