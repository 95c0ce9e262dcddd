import { type Kind, kindsThat } from '../submissions/kind.js';
import { decideAppeal } from './appeals/decide-appeal.js';
import type { CountedAs, DeskKind } from './desk-kind.js';
import { standingPages, standingPosts } from './queue/standing-texts.js';
import { decideReport } from './reports/decide-report.js';
import { undoing as acceptance } from './undoing/acceptance.js';
import { undoing as acceptedEdit } from './undoing/accepted-edit.js';
import { undoing as agreement } from './undoing/agreement.js';
import { grant } from './undoing/grant.js';
import { acceptedProfile, profileRemoval } from './undoing/profile.js';
import { undoing as report } from './undoing/report.js';
import { acceptedWords } from './undoing/words.js';
import { undoing as setAside } from './undoing/set-aside.js';

const MESSAGE = { countsAs: 'message', agreed: true, answerable: true } as const;

/**
 * How the desk treats each kind: how it is counted, how it is decided and undone, what its card shows. One of the four
 * tables that say what a kind does, beside those of src/submissions, src/publishing and src/web/writing: see
 * docs/adding-a-kind.md.
 */
export const DESK_KINDS: Record<Kind, DeskKind> = {
  thread: { ...MESSAGE, undoings: [acceptance, agreement, setAside] },
  workshop: { ...MESSAGE, undoings: [acceptance, agreement, setAside] },
  case: { ...MESSAGE, undoings: [acceptance, agreement, setAside] },
  reply: { ...MESSAGE, undoings: [acceptance, agreement, setAside] },
  step: { ...MESSAGE, undoings: [acceptance, agreement, setAside] },
  words: { ...MESSAGE, answerable: false, undoings: [acceptedWords, agreement, setAside] },
  comment: { ...MESSAGE, undoings: [acceptance, agreement, setAside] },
  edit: { ...MESSAGE, undoings: [acceptedEdit, agreement, setAside], standing: standingPosts },
  profile: {
    countsAs: 'page',
    agreed: false,
    answerable: false,
    undoings: [setAside, acceptedProfile, profileRemoval],
    standing: standingPages,
  },
  report: { countsAs: 'report', agreed: false, answerable: false, decide: decideReport, undoings: [report] },
  // When an appeal was granted, its submission is undone like any other of its own kind.
  appeal: {
    countsAs: 'appeal',
    agreed: false,
    answerable: false,
    decide: decideAppeal,
    undoings: [setAside, grant((kind) => DESK_KINDS[kind].undoings)],
  },
};

/** The kinds that are counted in these groups, as a list for `in` in SQL. */
export function kindsCountedAs(...as: CountedAs[]): string {
  return kindsThat((kind) => as.includes(DESK_KINDS[kind].countsAs));
}

/** Groups rows by their kind, each group with the entry of its kind; kinds without rows are left out. */
export function ofKinds<R extends { kind: Kind }>(rows: readonly R[]): { kind: DeskKind; rows: R[] }[] {
  return [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, some]) => ({ kind: DESK_KINDS[kind], rows: some }));
}
