/** All the reasons of a row `d` of the log; what was decided before there could be several has one. */
export const REASONS = `case when d.reasons = '{}' and d.reason is not null then array[d.reason] else d.reasons end`;
