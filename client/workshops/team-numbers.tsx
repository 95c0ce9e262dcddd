import { isolated } from '../kit/isolated.js';
import type { TeamPageProps } from './team-page.js';
import { personsIn, poolsOf, type TeamView } from './team-views.js';

type NumbersProps = Pick<TeamPageProps, 'ui' | 'lines'>;

/** How many have come of those who are expected, and how many may still: of the date, then of each part apart. */
export function TeamNumbers({ ui, lines }: NumbersProps) {
  const { team } = ui.t;
  const others = [
    [team.inLine, 'waiting'],
    [team.asking, 'asked'],
    [team.maybes, 'maybe'],
  ] as const;
  return (
    <dl class="gist">
      {poolsOf(lines).map((pool) => {
        const arrived = personsIn(pool.lines, 'arrived');
        return (
          <div data-pool={pool.part ?? ''}>
            <dt>{pool.part === null ? team.arrivals : team.arrivalsOf(isolated(pool.part))}</dt>
            <dd>
              <b>{team.arrivedOf(arrived, arrived + personsIn(pool.lines, 'expected'))}</b>
            </dd>
          </div>
        );
      })}
      {others
        .filter(([, view]) => personsIn(lines, view) > 0)
        .map(([label, view]) => (
          <div>
            <dt>{label}</dt>
            <dd>
              <TeamCount ui={ui} lines={lines} view={view} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** How many persons a view shows: of the date, and beside them those of parts that have seats of their own. */
export function TeamCount({ ui, lines, view }: NumbersProps & { view: TeamView }) {
  const [whole, ...parts] = poolsOf(lines).map((pool) => personsIn(pool.lines, view));
  const apart = parts.reduce((sum, persons) => sum + persons, 0);
  return (
    <>
      <b>{whole}</b>
      {apart > 0 && ` ${ui.t.team.inParts(apart)}`}
    </>
  );
}
