import type { WholeWorkshop } from '../../src/workshops/workshops.js';
import type { Ui } from '../kit/ui.js';
import { DateItems, PartItems } from './workshop-items.js';

/** The dates and parts of a workshop as its page has them, for pages that are open. */
export function SeatsFragment({ ui, whole }: { ui: Ui; whole: WholeWorkshop }) {
  return (
    <div>
      <ol>
        <DateItems ui={ui} whole={whole} />
      </ol>
      <ol>
        <PartItems ui={ui} whole={whole} />
      </ol>
    </div>
  );
}
