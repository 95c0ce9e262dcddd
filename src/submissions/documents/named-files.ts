/** SQL: the files of a list as a history names them, `NamedFile[]`; `list` is what was said of them, in their order. */
export function namedFiles(list: string): string {
  return `(select coalesce(jsonb_agg(jsonb_build_object('title', n.said->>'title', 'kind', k.kind) order by n.nth),
    '[]')
    from jsonb_array_elements(${list}) with ordinality n (said, nth)
    left join desk.file k on k.id = (n.said->>'id')::uuid)`;
}
