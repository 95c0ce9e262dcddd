import type { ComponentChildren } from 'preact';
import type { During } from '../../src/desk/during/durings.js';
import { TownField } from '../kit/town-field.js';
import type { Ui } from '../kit/ui.js';
import type { ThreadModerationPageProps } from './thread-moderation-page.js';

interface ActProps {
  id: string;
  title: string;
  /** What will happen. */
  says: string[];
  action: string;
  children: ComponentChildren;
}

/** One act on the thread: what it will do, and its button. */
export function ThreadAct({ id, title, says, action, children }: ActProps) {
  return (
    <form class="form slip team" method="post" action={action} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {says.map((each) => (
        <p>{each}</p>
      ))}
      {children}
    </form>
  );
}

type TieProps = Pick<ThreadModerationPageProps, 'ui' | 'town' | 'tied' | 'errors'>;

/** The town on whose page it stands. An empty field unties it. */
export function TieAct({ ui, town, tied, errors, action }: TieProps & { action: string }) {
  const { moving } = ui.t;
  return (
    <ThreadAct id="town" title={moving.town} action={action} says={[moving.townSays]}>
      <TownField ui={ui} prefix="tie" value={town} errors={errors} choice={errors?.towns ?? []} />
      <p class="acts">
        <button class="b" type="submit">
          {moving.tie}
        </button>{' '}
        {tied && (
          <button class="q" type="submit" form="untie">
            {moving.untie}
          </button>
        )}
      </p>
    </ThreadAct>
  );
}

/** Whether known members are held while the workshop runs. */
export function DuringAct({ ui, during: { from, until, said }, action }: { ui: Ui; during: During; action: string }) {
  const { moving } = ui.t;
  const [start, end] = [ui.dates.absolute(from), ui.dates.absolute(until)];
  return (
    <ThreadAct
      id="during"
      title={said ? moving.notDuring : moving.during}
      action={action}
      says={[said ? moving.notDuringSays(start, end) : moving.duringSays(start, end)]}
    >
      <p class="acts">
        <button class="b do" type="submit" name="members" value={said ? 'no' : 'yes'}>
          {said ? moving.notDuring : moving.during}
        </button>
      </p>
    </ThreadAct>
  );
}
