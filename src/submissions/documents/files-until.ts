import type { FollowedSubmission } from '../followed.js';
import { REFUSED_FILES_LAST } from './refused-files.js';

const DAY = 86_400_000;

/** When the files of a refused submission are erased; null where there are none any more. */
export function filesUntil({
  status,
  decidedAt,
  appeal,
  documents,
}: Pick<FollowedSubmission, 'status' | 'decidedAt' | 'appeal' | 'documents'>): FollowedSubmission['filesUntil'] {
  if ((status !== 'refused' && status !== 'spam') || decidedAt === null) return null;
  if (documents.every(({ file }) => file === null)) return null;
  if (appeal?.status === 'waiting') return 'answered';
  return new Date(decidedAt.getTime() + REFUSED_FILES_LAST * DAY);
}
