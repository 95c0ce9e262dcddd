/**
 * How far a file has come: its bytes are on their way, wait for their cleaning, were made anew, or were not taken.
 * Bytes that came are kept until then, and no longer.
 */
export const FILE_STATES = ['arriving', 'unchecked', 'clean', 'refused'] as const;
export type FileState = (typeof FILE_STATES)[number];
