const PUNCTUATION = /[!-/:-@[-`{-~]/g;

/**
 * Markdown for the act of quoting: the source behind `> `, and last, as a paragraph of the quote, who said it, linked
 * to the post by its `label`, as the page shows it (« nº 3 »). Ends with the empty line behind which the answer is
 * typed.
 */
export function quote(source: string, by: { name: string; thread: number; number: number; label: string }): string {
  const quoted = source
    .trim()
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`.trimEnd());
  const [name, label] = [by.name, by.label].map((words) => words.replace(/\s+/g, ' ').replace(PUNCTUATION, '\\$&'));
  return [...quoted, '>', `> [${name}, ${label}](/thread/${by.thread}/posts/${by.number})`, '', ''].join('\n');
}
