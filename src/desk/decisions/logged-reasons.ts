/** All the reasons of a row `d` of the log; an old decision has one reason in a column of its own. */
export const REASONS = `case when d.reasons = '{}' and d.reason is not null then array[d.reason] else d.reasons end`;
