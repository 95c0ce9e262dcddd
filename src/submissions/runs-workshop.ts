/**
 * Of a host `h` who is the member `m`: whether they run the workshop still. Whoever took it on by a role runs it as
 * long as they have one.
 */
export const RUNS_WORKSHOP = `(not h.by_role or m.role in ('organizer', 'administrator'))`;

/** Of the same, and the category `c` of its thread: whether they may read it still. */
export const READS_WORKSHOP = `(c.audience <> 'staff' or m.role <> 'member')`;
