import type { LawChange } from '../../src/administration/deadlines/law-change.js';
import type { Ui } from '../kit/ui.js';
import { LawChangeList } from './law-change-list.js';

/** The end of a form that changes the law: it lists first, and what was listed can be saved. */
export function LawActs({ ui, name, change }: { ui: Ui; name: string; change: LawChange | null }) {
  const { editing } = ui.t.deadlines;
  return (
    <>
      {change !== null && <LawChangeList ui={ui} change={change} />}
      {change !== null && <input type="hidden" name="seen" value={change.seen} />}
      <p class="acts">
        <button class="b do" type="submit">
          {change === null ? editing.list : editing.save}
          <span class="vh">{editing.of(name)}</span>
        </button>
      </p>
    </>
  );
}
