import type { Ui } from '../kit/ui.js';
import type { TeamPageProps } from './team-page.js';
import { personsIn } from './team-views.js';

/** How many have come of those who are expected, and how many may still. */
export function TeamNumbers({ ui, lines }: Pick<TeamPageProps, 'ui' | 'lines'>) {
  const { team } = ui.t;
  const arrived = personsIn(lines, 'arrived');
  const others = [
    [team.inLine, personsIn(lines, 'waiting')],
    [team.asking, personsIn(lines, 'asked')],
    [team.maybes, personsIn(lines, 'maybe')],
  ] as const;
  return (
    <dl class="gist">
      <div>
        <dt>{team.arrivals}</dt>
        <dd>
          <b>{team.arrivedOf(arrived, arrived + personsIn(lines, 'expected'))}</b>
        </dd>
      </div>
      {others
        .filter(([, count]) => count > 0)
        .map(([label, count]) => (
          <div>
            <dt>{label}</dt>
            <dd>
              <b>{count}</b>
            </dd>
          </div>
        ))}
    </dl>
  );
}
