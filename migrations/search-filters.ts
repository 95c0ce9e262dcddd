/** SQL: what is in the vector of a post besides its words. */
export const FILTERS = (post: string, kind: string): string => `array_to_tsvector(array_remove(array[
    'c:' || ${post}.category_id, 'k:' || ${kind},
    case when ${post}.author_id is not null then '@' || ${post}.author_id
      when ${post}.author_name <> '' then '@~' || left(public.search_fold(${post}.author_name), 100) end], null)
    || array(select '#' || g.tag from public.post_tag g where g.thread_id = ${post}.thread_id
      and g.number = ${post}.number))`;
