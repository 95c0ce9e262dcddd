import type { LogRow } from '../../src/desk/decisions/decision-log.js';
import type { Ui } from '../kit/ui.js';
import { postAddress, recordAddress, threadAddress } from '../kit/address.js';
import { ReasonLine } from '../kit/reason-line.js';
import { titleOf } from '../kit/thread-row.js';
import { Time } from '../kit/time.js';
import { UndoForm } from '../kit/undo-form.js';

/** The thread or the post that the decision is about, and the category. */
function Where({ ui, row }: { ui: Ui; row: LogRow }) {
  const { thread, number, category, member } = row;
  if (thread === null && category === null)
    return member === null ? null : <a href={recordAddress({ name: member })}>{member}</a>;
  if (thread === null) return category && <a href={`/category/${category.slug}`}>{category.name}</a>;
  const title = titleOf(ui, thread);
  return number === null ? (
    <a href={threadAddress(thread)}>{title}</a>
  ) : (
    <a href={postAddress(thread.id, number)}>{ui.t.desk.inThread(title, number)}</a>
  );
}

/** What it is about; a member's account needs no word besides the name. */
function What({ ui, row }: { ui: Ui; row: LogRow }) {
  const { desk, moving } = ui.t;
  const { submission, kind, category, thread, number } = row;
  if (submission !== null)
    return (
      <span>
        <a href={`/desk/submissions/${submission}`}>{kind === null ? desk.log.aboutPost : ui.t.kinds[kind].one}</a>
      </span>
    );
  if (category === null) return null;
  return <span>{number === null && thread !== null ? moving.aboutThread : desk.log.aboutPost}</span>;
}

/** One row of the log. The author's name is not in it: only who decided. */
export function LogLine({ ui, row, back }: { ui: Ui; row: LogRow; back: string }) {
  const { desk, write } = ui.t;
  return (
    <li id={`decision-${row.id}`} class={row.undone ? 'was-undone' : undefined}>
      <p class="meta">
        <b>{desk.decisions[row.decision]}</b> <span>{row.by === '' ? desk.log.byAuthor : desk.by(row.by)}</span>{' '}
        <Time ui={ui} at={row.at} /> <What ui={ui} row={row} /> <Where ui={ui} row={row} />{' '}
        {row.undoes !== null && <a href={`#decision-${row.undoes}`}>{desk.log.undoes(row.undoes)}</a>}{' '}
        {row.undone && <b class="state">{desk.wasUndone}</b>}
      </p>
      <ReasonLine ui={ui} reasons={row.reasons} />
      {row.remark !== null && row.remark !== '' && <p>{write.remark(row.remark)}</p>}
      {row.undoable && (
        <UndoForm ui={ui} decision={row.id} back={back} what={`${desk.decisions[row.decision]} ${row.id}`} />
      )}
    </li>
  );
}
