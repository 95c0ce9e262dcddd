const IN_TAG = / (id|href)="(#?)((?:note|ref)-\d+)"/g;

/**
 * Gives the footnotes of rendered HTML a prefix (`p12-`), so that the posts of a page do not share ids.
 *
 * Only tags are looked at: the sanitizer has escaped every `<` of the text, so what is between `<` and `>` is ours.
 */
export function anchorNotes(html: string, prefix: string): string {
  return html.replace(/<(?:a|p)\b[^<>]*>/g, (tag) => tag.replace(IN_TAG, ` $1="$2${prefix}$3"`));
}
