import type { CaseFacts } from '../../cases/case-facts.js';
import { checkedCase } from './checked-case.js';
import { withTown } from './found-town.js';
import { offeredLists } from './offered-lists.js';
import type { FactsReading } from './reading.js';
import { standingCase } from './standing-case.js';
import { typedCase } from './typed-case.js';

export const localCase: FactsReading<CaseFacts> = {
  async checked(tx, typed, { before }) {
    const { themes } = await offeredLists(tx, before);
    return withTown(tx, typed, (town) => checkedCase(typed, { town, themes }));
  },
  typed: typedCase,
  texts: ({ place, authorityName }) => [place, authorityName],
  standing: (tx, { thread }) => standingCase(tx, thread),
};
