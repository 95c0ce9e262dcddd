import { identifier } from '../articles/article-words.js';

/**
 * The section of an article in the name of its room, `section:SITE/IDENTIFIER`, escaped as in an address; null for any
 * other name.
 */
export function sectionIn(room: string): { site: string; identifier: string } | null {
  const parts = /^section:([a-z0-9-]{1,60})\/([^/]+)$/.exec(room);
  if (parts === null) return null;
  try {
    const name = identifier.safeParse(decodeURIComponent(parts[2] ?? ''));
    return name.success ? { site: parts[1] ?? '', identifier: name.data } : null;
  } catch {
    return null;
  }
}

/** As the element on the page writes it. */
export function roomOfSection({ site, identifier: name }: { site: string; identifier: string }): string {
  return `section:${site}/${encodeURIComponent(name)}`;
}
