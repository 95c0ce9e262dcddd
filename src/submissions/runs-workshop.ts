/**
 * Of a host `h` who is the member `m`: whether they run the workshop still. Whoever took it on by a role runs it as
 * long as they have one.
 */
export const RUNS_WORKSHOP = `(not h.by_role or m.role in ('organizer', 'administrator'))`;
