import type { Change } from '../../src/desk/queue/word-changes.js';
import type { Ui } from './ui.js';

/** How many unchanged letters are shown around a change, to recognise the place. */
const AROUND = 70;

function shortened(text: string, first: boolean, last: boolean): string {
  if (text.length <= 2 * AROUND + 20) return text;
  const head = first ? '' : text.slice(0, AROUND).replace(/\S*$/, '');
  const tail = last ? '' : text.slice(-AROUND).replace(/^\S*/, '');
  return `${head}…${tail}`;
}

function Marked({ change }: { change: Change }) {
  if (change.kind === 'gone') return <del>{change.text}</del>;
  return change.kind === 'new' ? <ins>{change.text}</ins> : <>{change.text}</>;
}

/**
 * One text with its changes in it; long stretches that stay are cut. Texts are the source and are only ever escaped.
 */
export function ChangesInline({ changes }: { changes: Change[] }) {
  return (
    <p class="changes text">
      {changes.map((change, place) => (
        <Marked
          change={
            change.kind === 'same'
              ? { kind: 'same', text: shortened(change.text, place === 0, place === changes.length - 1) }
              : change
          }
        />
      ))}
    </p>
  );
}

/** That a note became a question, or a question a note; nothing where `asks` is null. */
export function ChangedSort({ ui, asks }: { ui: Ui; asks: boolean | null }) {
  const { note, question } = ui.t.asking.sorts;
  if (asks === null) return null;
  return (
    <p class="changes text">
      <del>{asks ? note : question}</del> <span aria-hidden="true">→</span> <ins>{asks ? question : note}</ins>
    </p>
  );
}

/** Both texts whole, side by side where there is room. */
export function ChangesBeside({ ui, changes }: { ui: Ui; changes: Change[] }) {
  const { desk } = ui.t;
  const side = (left: Change['kind']) => (
    <p class="changes text">
      {changes
        .filter(({ kind }) => kind !== left)
        .map((change) => (
          <Marked change={change} />
        ))}
    </p>
  );
  return (
    <div class="compare">
      <div>
        <p class="links ui">{desk.nowPublic}</p>
        {side('new')}
      </div>
      <div>
        <p class="links ui">{desk.proposed}</p>
        {side('gone')}
      </div>
    </div>
  );
}
