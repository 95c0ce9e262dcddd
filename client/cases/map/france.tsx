import type { CaseMark } from '../../../src/cases/case-map.js';
import { type Box, departments, project } from '../../../src/cases/map/france-grid.js';
import { mapAddress, townAddress } from '../../kit/address.js';
import { StatusLeaf } from '../../kit/facts/status-sign.js';

export interface FranceProps {
  /** The part that is shown. */
  box: Box;
  /** Departments that have cases. */
  filled: ReadonlySet<string>;
  /** The one that the page is about. */
  here: string | null;
  marks: readonly CaseMark[];
  query: Readonly<Record<string, string>>;
}

/** A mark is drawn in 18 units; on the whole map it is this much smaller. */
const SIZE = 18;
const SHARE = 0.026;

function overlaps(one: Box, other: Box): boolean {
  return one.left <= other.right && one.right >= other.left && one.top <= other.bottom && one.bottom >= other.top;
}

function Mark({ mark, scale, query }: { mark: CaseMark; scale: number; query: FranceProps['query'] }) {
  const { x, y } = project(mark);
  const at = (place: number): string => (place - (SIZE * scale) / 2).toFixed(1);
  return (
    <a href={mark.town === null ? mapAddress(mark.department, query) : townAddress(mark.town)} tabIndex={-1}>
      <g transform={`translate(${at(x)} ${at(y)}) scale(${scale.toFixed(3)})`}>
        {/* Of its own, since the style sheet may make it larger where it stands. */}
        <g class="pin">
          {mark.count === 1 && mark.status !== null ? <StatusLeaf status={mark.status} /> : <Several mark={mark} />}
        </g>
      </g>
    </a>
  );
}

/** Several cases of one town: a larger leaf, with their number. */
function Several({ mark }: { mark: CaseMark }) {
  return (
    <>
      <path
        class={`m ${mark.status === null ? 'm-several' : `m-${mark.status}`}`}
        d="M0 20V9C0 2 4 -2 9 -2h11v11c0 7-4 11-11 11z"
      />
      <text class="m-count" x="10" y="14">
        {mark.count}
      </text>
    </>
  );
}

/**
 * The map, without a word in it: all that it shows stands in the list beside it, which is what keyboards and screen
 * readers get.
 */
export function France({ box, filled, here, marks, query }: FranceProps) {
  const { left, top, right, bottom } = box;
  const scale = (Math.max(right - left, bottom - top) * SHARE) / SIZE;
  return (
    <svg
      class="france"
      viewBox={`${left} ${top} ${right - left} ${bottom - top}`}
      aria-hidden="true"
      focusable="false"
    >
      {departments()
        .filter((department) => overlaps(department.box, box))
        .map(({ code, path }) => (
          <a href={mapAddress(code, query)} tabIndex={-1}>
            <path class={code === here ? 'dep here' : filled.has(code) ? 'dep has' : 'dep'} d={path} />
          </a>
        ))}
      {marks.map((mark) => (
        <Mark mark={mark} scale={scale} query={query} />
      ))}
    </svg>
  );
}
