import type { Ui } from '../kit/ui.js';

const SHORTCUTS = [
  ['**…**', '{{…}}'],
  ['*…*', '{…}'],
  ['[…](https://…)', '[…->https://…]'],
  ['* …', '-* …'],
  ['> …', '<quote>…</quote>'],
  ['`…`', '<code>…</code>'],
] as const;

/** Buttons that a script shows above the text; it knows what each puts into it. */
export function Marks({ ui }: { ui: Ui }) {
  const { write } = ui.t;
  return (
    <div class="acts marks" role="group" aria-label={write.marks} data-marks hidden>
      {(['bold', 'italic', 'link', 'list', 'quote', 'code'] as const).map((mark) => (
        <button type="button" class="q" data-mark={mark}>
          {write.markNames[mark]}
        </button>
      ))}
    </div>
  );
}

/** What can be typed to the same effect, in both habits. */
export function MarksHelp({ ui }: { ui: Ui }) {
  const { write } = ui.t;
  const names = Object.values(write.markNames);
  return (
    <details class="fold">
      <summary class="q">{write.marksHelp}</summary>
      <ul class="plain hint">
        {SHORTCUTS.map(([ours, spip], at) => (
          <li>
            {names[at]} <code>{ours}</code> <code>{spip}</code>
          </li>
        ))}
        <li>
          {write.moreMarks} <code>{'{{{…}}}'}</code> <code>[[…]]</code> <code>[?…]</code>
        </li>
      </ul>
    </details>
  );
}
