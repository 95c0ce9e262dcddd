/**
 * SQL: HTML of a post whose footnotes were named after one number (`p12-note-1`) with those of another. Twice, because a
 * tag has two of these names at most, and one expression finds the last of them. Only tags are looked at.
 */
export function renamedNotes(html: string, from: string, to: string): string {
  const once = (text: string): string =>
    `regexp_replace(${text}, '(<(?:a|p)\\M[^<>]* (?:id|href)="#?)p' || ${from} || '-((?:note|ref)-\\d+")', '\\1p' || ${to} || '-\\2', 'g')`;
  return once(once(html));
}
