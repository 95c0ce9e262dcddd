import type { WorkshopFacts } from '../../workshops/workshop-facts.js';
import { checkedWorkshop } from './checked-workshop.js';
import { withTown } from './found-town.js';
import { offeredLists } from './offered-lists.js';
import type { FactsReading } from './reading.js';
import { standingWorkshop } from './standing-workshop.js';
import { typedWorkshop } from './typed-workshop.js';

export const workshop: FactsReading<WorkshopFacts> = {
  async checked(tx, typed, { before, now, seed }) {
    const lists = await offeredLists(tx, before);
    return withTown(tx, typed, (town) => checkedWorkshop(typed, { town, now, seed, before, ...lists }));
  },
  typed: typedWorkshop,
  texts: ({ place, address, online, access, bring, language, parts }) => [
    place,
    address,
    online,
    access,
    bring,
    language,
    ...parts.flatMap(({ title, time, text }) => [title, time, text]),
  ],
  standing: (tx, { thread }) => standingWorkshop(tx, thread),
};
