import type { CaseStatus } from '../../../src/cases/case-facts.js';

const LEAF = 'M2 16V9C2 4.5 4.5 2 9 2h7v7c0 4.5-2.5 7-7 7z';
const FALLEN = 'M16 16V9C16 4.5 13.5 2 9 2H2v7c0 4.5 2.5 7 7 7z';

/** What stands in the leaf: a dot, a bar, a tick, a cross, or nothing. */
const INSIDE: Partial<Record<CaseStatus, string>> = {
  requested: 'M9 9h.01',
  'in-court': 'M5 9h8',
  won: 'm5.5 9.5 2.5 2.5 4.5-5.5',
  lost: 'm6 6 6 6m0-6-6 6',
};

/** The same strokes stand on the map. */
export function StatusLeaf({ status }: { status: CaseStatus }) {
  const inside = INSIDE[status];
  return (
    <>
      <path class={`m m-${status}`} d={status === 'lost' || status === 'abandoned' ? FALLEN : LEAF} />
      {inside !== undefined && <path class={status === 'requested' ? 'm-dot' : 'm-in'} d={inside} />}
    </>
  );
}

/** How far a case has come, by form and colour; its word stands beside it. */
export function StatusSign({ status }: { status: CaseStatus }) {
  return (
    <svg class="sign" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      <StatusLeaf status={status} />
    </svg>
  );
}
