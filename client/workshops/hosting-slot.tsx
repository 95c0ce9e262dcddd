import type { Acted } from '../../src/publishing/workshops/workshop-act.js';
import { hostsAddress, postAddress, teamAddress } from '../kit/address.js';
import type { Ui } from '../kit/ui.js';
import { ActDone } from './act-done.js';

interface HostingSlotProps {
  ui: Ui;
  thread: number;
  /** They run it, or are administrators. */
  sees: boolean;
  /** They run it, and may change what it says. */
  runs: boolean;
  /** They could take it on. */
  may: boolean;
  /** What they have just done, where it sent them away from their page. */
  left: Acted | null;
}

/** The slot `hosting` of a workshop: for whoever runs it or could. */
export function HostingSlot({ ui, thread, sees, runs, may, left }: HostingSlotProps) {
  const { hosting } = ui.t;
  return (
    <>
      {left !== null && <ActDone ui={ui} thread={thread} act={left} undoable={left.act !== 'undo'} />}
      <div class="acts no-print">
        {sees && (
          <a class="q team" href={hostsAddress({ id: thread })}>
            {may ? hosting.storyWay : hosting.way}
          </a>
        )}{' '}
        {runs && (
          <a class="q team" href={teamAddress({ id: thread })}>
            {ui.t.team.way}
          </a>
        )}{' '}
        {runs && (
          <a class="q" href={`${postAddress(thread, 1)}/edits/new`}>
            {hosting.change}
          </a>
        )}{' '}
        {may && (
          <form method="post" action={hostsAddress({ id: thread })}>
            <button class="b" type="submit" name="action" value="take">
              {hosting.take}
            </button>
          </form>
        )}
      </div>
      {may && <p class="hint no-print">{hosting.takeHint}</p>}
    </>
  );
}
