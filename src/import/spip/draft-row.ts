import type { Staging } from './staging.js';

/** A message as it will be sent. */
export interface DraftRow {
  id: number;
  parent: number;
  /** Milliseconds since 1970. */
  at: number;
  name: string;
  email: string;
  text: string;
  waits: number;
}

/** The articles that have messages, in the order of their first ones. */
export function articlesInTurn(staging: Staging): number[] {
  return staging
    .all<{ article: number }>(
      'select d.article from draft d join turn t on t.id = d.id group by d.article order by min(t.at), d.article',
    )
    .map(({ article }) => article);
}

/** The messages of an article in their turn, `size` of them at a time. */
export function* inTurn(staging: Staging, article: number, size: number): Generator<DraftRow[]> {
  const ids = staging.all<{ id: number }>(
    'select d.id from draft d join turn t on t.id = d.id where d.article = ? order by t.at, t.depth, t.id',
    article,
  );
  for (let at = 0; at < ids.length; at += size) {
    const some = ids.slice(at, at + size);
    yield some.flatMap(
      ({ id }) =>
        staging.one<DraftRow>('select id, parent, at, name, email, text, waits from draft where id = ?', id) ?? [],
    );
  }
}
