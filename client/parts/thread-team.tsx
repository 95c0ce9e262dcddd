import type { Ui } from '../ui.js';

/** The slot `team` under the title of a thread: what its moderators may do with the whole of it. */
export function ThreadTeam({ ui, thread }: { ui: Ui; thread: { id: number } }) {
  return <p class="acts"><a class="q team" href={`/desk/thread/${thread.id}`}>{ui.t.moving.team}</a></p>;
}
