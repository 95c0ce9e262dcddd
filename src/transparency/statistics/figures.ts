/** What is counted of a month besides the refusals, which are counted by reason. */
export type Figure =
  | 'received'
  | 'published'
  | 'returned'
  | 'spam'
  | 'appeals'
  | 'granted'
  | 'confirmed'
  | 'reports'
  | 'kept'
  | 'removed'
  | 'taken-down'
  | 'undone';

/** Numbers that add up. */
export interface Family {
  /** Their sum, where it is a figure of its own. */
  total: Figure | null;
  parts: readonly Figure[];
  /** Has the refusals for parts, too. */
  refusals?: boolean;
  /** Parts that anybody can count on the forum's pages: posts with their two dates, and tombstones. */
  known: readonly Figure[];
}

export const FAMILIES: readonly Family[] = [
  { total: 'received', parts: ['published', 'returned', 'spam'], refusals: true, known: ['published'] },
  { total: 'appeals', parts: ['granted', 'confirmed'], known: [] },
  { total: 'reports', parts: ['kept', 'removed'], known: ['removed'] },
  { total: null, parts: ['taken-down'], known: ['taken-down'] },
  { total: null, parts: ['undone'], known: [] },
];
