import type { DeskCard } from '../queue/card.js';

/** What a report's card shows of the post that it is about. */
export interface ReportedPost {
  author: Pick<DeskCard['author'], 'name' | 'role'>;
  html: string;
  text: string;
  report: NonNullable<DeskCard['report']>;
}
