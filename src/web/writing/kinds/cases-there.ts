import { h } from 'preact';
import { CasesThere } from '../../../../client/writing/cases-there.js';
import type { SeenFactsCategory } from './with-facts.js';
import type { WritingKind } from '../writing-kind.js';

const MOST = 10;

/** The cases that the town has already: another one about the same matter helps nobody. */
export const casesThere: NonNullable<WritingKind<SeenFactsCategory>['beside']> = async (
  { ui, visitor, cases },
  facts,
) => {
  if (facts?.of !== 'case' || facts.town === null) return null;
  const rows = await cases.latest(visitor.audience, { town: facts.town }, MOST);
  return rows.length === 0 ? null : h(CasesThere, { ui, rows, town: facts.townName });
};
