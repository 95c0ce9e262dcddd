import type { Ui } from '../kit/ui.js';

interface ThreadTeamProps {
  ui: Ui;
  thread: { id: number };
  moderates: boolean;
}

/** The slot `team` under the title of a thread: what the team may do with the whole of it. */
export function ThreadTeam({ ui, thread, moderates }: ThreadTeamProps) {
  return (
    <p class="acts">
      {moderates && (
        <a class="q team" href={`/desk/thread/${thread.id}`}>
          {ui.t.moving.team}
        </a>
      )}{' '}
      <a class="q team" href={`/thread/${thread.id}/call`}>
        {ui.t.calling.title}
      </a>
    </p>
  );
}
