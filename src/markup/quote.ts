const PUNCTUATION = /[!-/:-@[-`{-~]/g;

/** Longer pages are quoted by their beginning: whoever answers cuts out what they mean. */
const MOST_OF_A_PAGE = 1_500;

/**
 * Markdown for the act of quoting: the source behind `> `, and last, as a paragraph of the quote, who said it, linked
 * to the post by its `label`, as the page shows it (« nº 3 »). Ends with the empty line behind which the answer is
 * typed.
 */
export function quote(source: string, by: { name: string; thread: number; number: number; label: string }): string {
  return quoted(source, [by.name, by.label], `/thread/${by.thread}/posts/${by.number}`);
}

/** The same of a page of a document, whose words may be none: `label` says which page it is, and may be empty. */
export function quotePage(words: string, of: { title: string; label: string; address: string }): string {
  const start = words.slice(0, MOST_OF_A_PAGE);
  const source = start === words ? words : `${start.replace(/\s+\S*$/, '')} […]`;
  return quoted(source, [of.title, of.label], of.address);
}

function quoted(source: string, by: readonly string[], address: string): string {
  const lines = source
    .trim()
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`.trimEnd());
  const said = by
    .filter((words) => words !== '')
    .map((words) => words.replace(/\s+/g, ' ').replace(PUNCTUATION, '\\$&'))
    .join(', ');
  return [...(source.trim() === '' ? [] : [...lines, '>']), `> [${said}](${address})`, '', ''].join('\n');
}
