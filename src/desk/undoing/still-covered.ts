import type { SaidDocument } from '../../submissions/documents/said-document.js';

/**
 * The list of an author's version with whatever the team has covered of its files since: undoing an acceptance takes
 * back what was accepted with it, and not that. `since` are the lists of the versions after it, in their order; a
 * version that has one file which the list before had not has it in the place of those that are missing from it.
 */
export function stillCovered(
  documents: readonly SaidDocument[],
  since: readonly (readonly SaidDocument[])[],
): SaidDocument[] {
  const instead = new Map(documents.map(({ id }) => [id, id]));
  let before = documents;
  for (const list of since) {
    const [made, ...others] = without(list, before);
    if (made !== undefined && others.length === 0)
      for (const former of without(before, list))
        for (const [first, last] of instead) if (last === former) instead.set(first, made);
    before = list;
  }
  const covered = documents.map((said) => ({ ...said, id: instead.get(said.id) ?? said.id }));
  return covered.filter(({ id }, at) => covered.findIndex((said) => said.id === id) === at);
}

/** Ids of the one list that are not in the other. */
function without(one: readonly SaidDocument[], other: readonly SaidDocument[]): string[] {
  return one.map(({ id }) => id).filter((id) => !other.some((said) => said.id === id));
}
