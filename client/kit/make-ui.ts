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

/** What pages and live fragments are drawn with; both make it here, so that a fragment is the page's own bytes. */
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

export function makeUi({ site, mail = false, fileMegabytes = 25, language, now, path, assets }: UiOf): Ui {
  const t = catalogues[language];
  const { name, description, demonstration } = site;
  const reason = (code: string): string => site.reasons.find((each) => each.code === code)?.[language] ?? code;
  return {
    t,
    language,
    dates: new SiteDates(t.dates, language, site.timeZone, now),
    site: {
      name,
      description,
      demonstration,
      licence: site.licence,
      profiles: site.profiles.split('\n').filter((line) => line !== ''),
      words: (Object.keys(t.site.words) as SiteWord[]).filter((word) => site[word] !== ''),
    },
    mail,
    fileMegabytes,
    reasons: reasonsFor(site, language),
    themes: site.themes.filter(({ active }) => active).map((each) => ({ code: each.code, name: each[language] })),
    theme: (code) => site.themes.find((each) => each.code === code)?.[language] ?? code,
    reason,
    path,
    assets,
  };
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
