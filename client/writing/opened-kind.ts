import type { ThreadFacts } from '../../src/submissions/thread-facts/facts.js';
import type { Ui } from '../kit/ui.js';

/** What the pages say on which a thread of some kind with facts is opened, and where they lead. */
export interface OpenedKind {
  section: 'agenda' | 'cases';
  /** Of all threads of this kind: where, and what it is called. */
  list: { href: string; words: string };
  /** Where the category is chosen, and the last part of the form's address. */
  chooses: string;
  path: string;
  title: string;
  lede: string;
  into: (category: string) => string;
  noCategory: string;
  noCategorySetting: string;
}

const KINDS: Record<ThreadFacts['of'], (ui: Ui) => OpenedKind> = {
  workshop: ({ t: { workshops } }) => ({
    section: 'agenda',
    list: { href: '/workshops', words: workshops.agenda },
    chooses: '/workshops/new',
    path: 'workshops',
    title: workshops.propose,
    lede: workshops.proposeLede,
    into: workshops.proposeIn,
    noCategory: workshops.noCategory,
    noCategorySetting: workshops.noCategorySetting,
  }),
  case: ({ t: { cases } }) => ({
    section: 'cases',
    list: { href: '/cases', words: cases.title },
    chooses: '/cases/new',
    path: 'cases',
    title: cases.open,
    lede: cases.openLede,
    into: cases.openIn,
    noCategory: cases.noCategory,
    noCategorySetting: cases.noCategorySetting,
  }),
};

export function openedKind(ui: Ui, of: ThreadFacts['of']): OpenedKind {
  return KINDS[of](ui);
}
