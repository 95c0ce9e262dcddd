/** Whether a member `m`, or a guest where there is none, may read what stands in a category `c`. */
export const MAY_READ = `(c.audience = 'everyone' or (c.audience = 'members' and m.id is not null)
  or coalesce(m.role <> 'member', false))`;
