import type { TeamLine } from '../../src/registrations/team.js';
import { isolated } from '../kit/isolated.js';
import type { Ui } from '../kit/ui.js';
import type { TeamPageProps } from './team-page.js';

export function nameOf(ui: Ui, { name, walkIn }: TeamLine): string {
  if (name !== '') return isolated(name);
  return walkIn ? ui.t.team.unregistered : ui.t.team.noName;
}

type ItemProps = Pick<TeamPageProps, 'ui' | 'thread' | 'date' | 'view'> & { line: TeamLine };

/** One button for one registration. */
export function TeamAct({
  ui,
  thread,
  date,
  view,
  line,
  action,
  words,
  big,
}: ItemProps & { action: string; words: string; big?: boolean }) {
  return (
    <form method="post" action={`/thread/${thread.id}/workshop/team/${line.id}`}>
      <input type="hidden" name="date" value={date.id} />
      <input type="hidden" name="show" value={view} />
      <input type="hidden" name="was" value={line.state} />
      <button class={big === true ? 'b do' : 'q'} type="submit" name="action" value={action}>
        {words}
        <span class="vh">{ui.t.team.ofWhom(nameOf(ui, line))}</span>
      </button>
    </form>
  );
}

/** One registration, with what can be done about it. */
export function TeamItem(props: ItemProps) {
  const { ui, line } = props;
  const { team } = ui.t;
  return (
    <li data-registration={line.id} data-state={line.state} data-arrived={line.arrived ? true : undefined}>
      <div>
        <b>{nameOf(ui, line)}</b>
        <p class="ui meta">
          {!line.walkIn && (
            <span>
              <code>{line.code}</code>
            </span>
          )}{' '}
          <span>{team.persons(line.persons)}</span> {line.part !== '' && <span>{isolated(line.part)}</span>}{' '}
          {line.help && <b>{team.help}</b>}
        </p>
      </div>
      <div class="acts no-print">
        {line.arrived ? (
          <TeamAct {...props} action="undo" words={team.undo} />
        ) : line.state === 'asked' ? (
          <>
            <TeamAct {...props} action="admit" words={team.admit} big />{' '}
            <TeamAct {...props} action="decline" words={team.decline} />
          </>
        ) : line.state === 'declined' ? (
          <TeamAct {...props} action="admit" words={team.admit} />
        ) : (
          <>
            <TeamAct {...props} action="arrive" words={team.arrive} big />{' '}
            <TeamAct {...props} action="decline" words={team.remove} />
          </>
        )}
      </div>
    </li>
  );
}
