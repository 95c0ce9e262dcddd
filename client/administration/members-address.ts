import type { Role } from '../../src/visitors/visitor.js';

/** Which members, and in which order: by name, or those first who were here last. */
export interface MemberFilter {
  /** Part of a name, however it is typed; empty for all. */
  q: string;
  role: Role | null;
  sort: 'name' | 'seen';
}

/** The address of the list of members; `before` is the id of the last one of the page before. */
export function membersAddress(
  { q, role, sort }: MemberFilter,
  before: number | string | null,
  more: Readonly<Record<string, string>> = {},
): string {
  const parts: [string, string | number | null][] = [
    ['q', q],
    ['role', role],
    ['sort', sort === 'name' ? null : sort],
    ['before', before],
    ...Object.entries(more),
  ];
  const asked = parts.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, String(value)]]));
  const query = new URLSearchParams(asked).toString();
  return query === '' ? '/members' : `/members?${query}`;
}
