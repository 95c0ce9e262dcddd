import type { Phase } from './phase.js';

/**
 * A file is looked at before it appears, unless the category lets known members through; one whose cleaning is not
 * over waits in any case.
 */
export const documents: Phase = ({ documents: { fresh, unchecked }, category }) =>
  unchecked > 0 || (fresh > 0 && category.documentsHeld) ? { hold: 'documents' } : undefined;
