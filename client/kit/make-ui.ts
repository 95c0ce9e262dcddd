import type { Site, SiteWord } from '../../src/site/site.js';
import type { Language } from '../../src/visitors/visitor.js';
import { en } from '../locales/en.js';
import { type Catalogue, fr } from '../locales/fr.js';
import { SiteDates } from './site-dates.js';
import type { Ui, UiReason } from './ui.js';

export const catalogues: Readonly<Record<Language, Catalogue>> = { fr, en };

export interface UiOf {
  site: Site;
  mail?: boolean;
  fileMegabytes?: number;
  language: Language;
  now: Date;
  path: string;
  assets: Ui['assets'];
}

/** For fragments: they name none of the files of the page around them. */
export const NO_ASSETS: Ui['assets'] = {
  style: '',
  wingsStyle: '',
  teamStyle: '',
  script: '',
  sectionStyle: '',
  sectionLive: '',
  demoStyle: '',
};

/** What pages and live fragments are drawn with; both make it here, so that a fragment is the page's own bytes. */
export function makeUi({ site, mail = false, fileMegabytes = 25, language, now, path, assets }: UiOf): Ui {
  const t = catalogues[language];
  const dates = new SiteDates(t.dates, language, site.timeZone, now);
  return { t, language, dates, ...saidBy(site, language), mail, fileMegabytes, path, assets };
}

type Said = Pick<Ui, 'site' | 'reasons' | 'themes' | 'theme' | 'reason'>;

const said = new WeakMap<Site, Partial<Record<Language, Said>>>();

/**
 * What the site's row says in a language: the same for every request until the row is read anew, which gives another
 * object.
 */
function saidBy(site: Site, language: Language): Said {
  const known = said.get(site);
  const all = known ?? {};
  if (known === undefined) said.set(site, all);
  return (all[language] ??= {
    site: {
      name: site.name,
      description: site.description,
      demonstration: site.demonstration,
      licence: site.licence,
      profiles: site.profiles.split('\n').filter((line) => line !== ''),
      words: (Object.keys(catalogues[language].site.words) as SiteWord[]).filter((word) => site[word] !== ''),
    },
    reasons: reasonsFor(site, language),
    themes: site.themes.filter(({ active }) => active).map((each) => ({ code: each.code, name: each[language] })),
    theme: (code) => site.themes.find((each) => each.code === code)?.[language] ?? code,
    reason: (code) => site.reasons.find((each) => each.code === code)?.[language] ?? code,
  });
}

function reasonsFor({ reasons, language: theirs }: Site, language: Language): UiReason[] {
  return reasons
    .filter(({ active }) => active)
    .map((reason) => ({
      code: reason.code,
      name: reason[language],
      about: language === 'fr' ? reason.aboutFr || reason.aboutEn : reason.aboutEn || reason.aboutFr,
      body: theirs === 'fr' ? reason.bodyFr || reason.bodyEn : reason.bodyEn || reason.bodyFr,
    }));
}
