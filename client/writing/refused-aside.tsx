import type { Ui } from '../kit/ui.js';
import { RefusedThings } from './refused-things.js';

/** Beside a form that opens or changes something: what is refused here, before it is written. */
export function RefusedAside({ ui }: { ui: Ui }) {
  return (
    <aside aria-label={ui.t.write.refusedThings}>
      <RefusedThings ui={ui} />
    </aside>
  );
}
