import type { Authority, CaseStatus } from './case-facts.js';
import type { Point, Precision } from './point.js';

export interface CaseTown {
  code: string;
  name: string;
  slug: string;
  /** Its code: `57`, `2A`, `974`. */
  department: string;
  departmentName: string;
  region: string;
}

/** What everybody may know of a case. */
export interface VisibleCase {
  thread: number;
  /** Null for one outside of France. */
  town: CaseTown | null;
  /** Two capital letters; empty where there is a town. */
  country: string;
  place: string;
  /** Rounded to its precision; null where the town alone says where it is. */
  point: Point | null;
  precision: Precision;
  authority: Authority;
  authorityName: string;
  /** Codes. */
  themes: string[];
  status: CaseStatus;
  openedAt: Date;
  movedAt: Date;
}

/** A case with what its line in a list says. */
export interface CaseRow {
  local: VisibleCase;
  thread: { id: number; slug: string; title: string; postCount: number; category: number };
  excerpt: string;
}
