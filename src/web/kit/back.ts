import { z } from 'zod';

/** Only to tell a path from a whole address; nobody is ever sent there. */
const HERE = 'http://here.invalid';

/**
 * Where to go after logging in: a path of this site, or an empty text for anything else. Browsers read `//host`,
 * `/\host` and a tab in the middle as another site, so the browser's own rules decide.
 */
export function backPath(text: string): string {
  if (!text.startsWith('/') || !URL.canParse(text, HERE)) return '';
  const { origin, pathname, search, hash } = new URL(text, HERE);
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '';
}

export const back = z.string().max(2000).catch('').transform(backPath).default('');
export const backQuery = z.object({ back });
