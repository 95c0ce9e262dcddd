import type { Ui } from '../kit/ui.js';
import { recordAddress } from '../kit/address.js';

/** From a member's public page to what the team knows of them. */
export function RecordLink({ ui, name }: { ui: Ui; name: string }) {
  return (
    <a class="q team" href={recordAddress({ name })}>
      {ui.t.people.record}
    </a>
  );
}
