/** What a moderator may decide about a submission that waits. */
export const VERDICTS = ['accept', 'return', 'refuse', 'spam'] as const;
