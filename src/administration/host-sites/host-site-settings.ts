import { Invalid } from '../../errors/errors.js';
import { cleanLine, isBlank, letters } from '../../submissions/clean.js';
import { THREADINGS, type VisibleArticle } from '../../threads/visible.js';

/** The settings of a site elsewhere. How its comments are moderated is set in its category. */
export interface HostSiteSettings {
  name: string;
  /** Exact origins of the pages that may embed its sections. */
  origins: string[];
  threading: VisibleArticle['threading'];
  /** Days after an article's date after which it takes no more comments; null for never. */
  closesAfter: number | null;
  firstHeld: boolean;
  /** The licence under which comments are published; empty when none is stated. */
  licence: string;
}

/** As the form has it: `origins` one on a line. */
export type TypedHostSite = Record<keyof HostSiteSettings, string>;

export interface AdministeredSite extends HostSiteSettings {
  id: number;
  slug: string;
  category: { id: number; slug: string; name: string };
  articles: number;
}

const NAME = 60;
const LICENCE = 300;
const MOST_ORIGINS = 20;

/**
 * The origin as browsers write it, or null when the line is not an origin: an address with a path, a star, another
 * scheme.
 */
function originOf(line: string): string | null {
  if (!URL.canParse(line) || line.includes('*')) return null;
  const { protocol, origin, pathname, search, hash, username } = new URL(line);
  return /^https?:$/.test(protocol) && pathname === '/' && search === '' && hash === '' && username === ''
    ? origin
    : null;
}

/** @throws Invalid with a code for each wrong field. */
export function checkedHostSite(typed: TypedHostSite): HostSiteSettings {
  const wrong: Record<string, string> = {};
  const lines = typed.origins
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const origins = lines.map(originOf).filter((origin) => origin !== null);
  const closesAfter = typed.closesAfter.trim();
  if (isBlank(typed.name) || letters(cleanLine(typed.name)) > NAME) wrong['name'] = 'category-name-length';
  if (origins.length < lines.length || lines.length > MOST_ORIGINS) wrong['origins'] = 'origins-wrong';
  if (!THREADINGS.some((each) => each === typed.threading)) wrong['threading'] = 'wrong-value';
  if (
    closesAfter !== '' &&
    !(/^\d{1,4}$/.test(closesAfter) && Number(closesAfter) >= 1 && Number(closesAfter) <= 3650)
  )
    wrong['closesAfter'] = 'closes-after-range';
  if (letters(cleanLine(typed.licence)) > LICENCE) wrong['licence'] = 'description-length';
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  return {
    name: cleanLine(typed.name),
    origins: [...new Set(origins)],
    threading: typed.threading === 'flat' ? 'flat' : 'one-level',
    closesAfter: closesAfter === '' ? null : Number(closesAfter),
    firstHeld: typed.firstHeld !== '',
    licence: cleanLine(typed.licence),
  };
}

export function typedHostSite({
  name,
  origins,
  threading,
  closesAfter,
  firstHeld,
  licence,
}: HostSiteSettings): TypedHostSite {
  return {
    name,
    origins: origins.join('\n'),
    threading,
    closesAfter: closesAfter === null ? '' : String(closesAfter),
    firstHeld: firstHeld ? 'yes' : '',
    licence,
  };
}

/** The settings of a new site. */
export const NEW_HOST_SITE: HostSiteSettings = {
  name: '',
  origins: [],
  threading: 'one-level',
  closesAfter: null,
  firstHeld: true,
  licence: '',
};
