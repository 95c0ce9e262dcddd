import type { Ui } from '../../kit/ui.js';
import type { Count } from '../../../src/transparency/statistics/counted-month.js';
import type { Sign } from './legend.js';
import { Plot } from './plot.js';
import { countTop, slot } from './scale.js';

/**
 * A month's bar: what stands at its foot, plain, and what is stacked on it, hatched; their sum, drawn open where
 * neither has a number.
 */
export interface Bar {
  foot: Count;
  top?: Count;
  whole?: Count;
}

interface BarsProps {
  ui: Ui;
  months: readonly string[];
  bars: readonly Bar[];
  height: number;
  /** The largest number of all drawings that are to be compared; its own if left out. */
  most?: number;
}

const numberOf = (count: Count | undefined): number => (typeof count === 'number' ? count : 0);

export const mostOf = (bars: readonly Bar[]): number =>
  Math.max(0, ...bars.map(({ foot, top, whole }) => Math.max(numberOf(whole), numberOf(foot) + numberOf(top))));

/** Whether the bar of the whole has to stand for its parts. */
export const isOpen = ({ foot, top, whole }: Bar): boolean =>
  typeof whole === 'number' && typeof foot !== 'number' && typeof top !== 'number';

/** What has no number has a mark instead: a ring for what is under five, a dash for what is not given. */
function Missing({ x, y, count }: { x: string; y: number; count: Count | undefined }) {
  if (count === 'few') return <circle class="d-few" cx={x} cy={y - 5.5} r="3" />;
  if (count === 'withheld')
    return (
      <svg x={x} y={y - 5.5} overflow="visible">
        <line class="d-withheld" x1="-4" x2="4" y1="0" y2="0" />
      </svg>
    );
  return null;
}

/** Which signs these bars need explained. */
export function signsOf(bars: readonly Bar[]): Set<Sign> {
  const signs = bars.flatMap((bar): (Sign | false)[] => {
    const { foot, top } = bar;
    const drawn = numberOf(foot) + numberOf(top) > 0 || isOpen(bar);
    return [
      numberOf(foot) > 0 && 'leaf',
      numberOf(top) > 0 && 'hatch',
      isOpen(bar) && 'open',
      !drawn && foot === 'few' && 'few',
      ((!drawn && foot === 'withheld') || (numberOf(foot) > 0 && top === 'withheld')) && 'withheld',
    ];
  });
  return new Set(signs.filter((sign) => sign !== false));
}

/** A bar for each month; patterns tell its parts apart where colours do not. */
export function Bars({ ui, months, bars, height, most = mostOf(bars) }: BarsProps) {
  const top = countTop(most);
  const { count } = ui.t.read;
  const long = (count: number): number => Math.round((count / top) * (height - 1) * 10) / 10;
  return (
    <Plot ui={ui} months={months} height={height} scale={[count(top), count(top / 2), count(0)]}>
      {bars.map((bar, index) => {
        const { x, middle, width } = slot(index, bars.length, 0.64);
        const foot = long(numberOf(bar.foot));
        const rest = long(numberOf(bar.top));
        const open = isOpen(bar) ? long(numberOf(bar.whole)) : 0;
        return (
          <>
            {foot > 0 && <rect class="d-leaf" x={x} width={width} y={height - foot} height={foot} />}
            {rest > 0 && (
              <rect class="d-hatch" x={x} width={width} y={height - foot - rest} height={rest} fill="url(#d-hatch)" />
            )}
            {open > 0 && <rect class="d-open" x={x} width={width} y={height - open} height={open} />}
            {foot + rest + open === 0 && <Missing x={middle} y={height} count={bar.foot} />}
            {foot > 0 && rest === 0 && bar.top === 'withheld' && (
              <Missing x={middle} y={height - foot} count="withheld" />
            )}
          </>
        );
      })}
    </Plot>
  );
}
