import type { Queries } from '../../database/transaction.js';
import { isReserved } from '../../members/name.js';
import { nameKey } from '../../members/name-key.js';
import { SIZES } from '../../submissions/sizes.js';

/** Says where a name comes from, so that nobody takes it for that of a member, or for the team's. */
const MARK = ' (SPIP)';

/** Of these names, those that read like a member's of the forum, or that nobody may take. */
export async function takenNames(from: Queries, names: readonly string[]): Promise<Set<string>> {
  const keys = new Map(names.map((name) => [name, nameKey(name)]));
  const [found] = await from.query<{ forum: string; members: string[] }>(
    'select name as forum, array(select name_key from member where name_key = any($1)) as members from site',
    [[...new Set(keys.values())]],
  );
  const members = new Set(found?.members);
  return new Set(
    names.filter((name) => name !== '' && (isReserved(name, found?.forum) || members.has(keys.get(name) ?? ''))),
  );
}

export function markedName(name: string): string {
  return `${Array.from(name)
    .slice(0, SIZES.name.most - MARK.length)
    .join('')
    .trimEnd()}${MARK}`;
}
