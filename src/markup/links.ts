const CHARACTERS: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** Decodes the four entities that the sanitizer writes; it writes every other character as itself. */
export function decoded(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => CHARACTERS[entity] ?? entity);
}

/**
 * The addresses in rendered HTML, in order, each once: what a moderator looks at first.
 *
 * The steps between a footnote and its mark are not links to anywhere, and those to posts of this forum, which stand
 * under every quote, lead nowhere that a moderator does not know: both are left out.
 */
export function links(html: string): string[] {
  const found = [...html.matchAll(/<a\b[^<>]* ?href="([^"#/][^"]*)"/g)].map((match) => decoded(match[1] ?? ''));
  return [...new Set(found)];
}
