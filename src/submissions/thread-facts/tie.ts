import type { TieFacts } from '../../threads/tie-facts.js';
import { townAndDepartment } from '../../towns/town.js';
import { withTown } from './found-town.js';
import type { FactsReading } from './reading.js';
import { TypedFields } from './typed-fields.js';

const TIE_FIELDS = ['town'] as const;

export const tie: FactsReading<TieFacts> = {
  checked: (tx, typed) =>
    withTown(tx, typed, (town) => ({
      facts: { of: 'tie', town: town?.code ?? null, townName: town === null ? '' : townAndDepartment(town) },
      wrong: new TypedFields(typed, TIE_FIELDS, {}).wrong,
    })),
  typed: ({ townName }) => ({ town: [townName] }),
  texts: () => [],
  async standing(tx, { thread }) {
    const [row] = await tx.query<Omit<TieFacts, 'of'>>(
      `select t.code as town, t.name || ' (' || t.department_code || ')' as "townName"
       from thread_town w join town t on t.code = w.town_code where w.thread_id = $1`,
      [thread],
    );
    return { of: 'tie', ...(row ?? { town: null, townName: '' }) };
  },
};
