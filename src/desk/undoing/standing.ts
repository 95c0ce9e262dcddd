/** Decisions that change a published post, or whether it stands. */
export const ABOUT_POSTS = `('accept', 'edit-and-accept', 'publish', 'take-down', 'restore', 'team-edit')`;

/** On a row `l` of the log: whether it is later than `d`, and was not undone. */
export const HOLDS = `l.id > d.id and l.decision <> 'undo' and not exists (select 1 from desk.decision u where u.undoes = l.id)`;
