import type { Ui } from '../../kit/ui.js';
import { Plot } from './plot.js';
import { lengthTop, slot } from './scale.js';

interface SpansProps {
  ui: Ui;
  months: readonly string[];
  /** In minutes; null where there is none. */
  spans: readonly (null | { median: number; ninth: number })[];
  height: number;
}

/** For each month a line from the median, a full point, to the ninth tenth, an open square. */
export function Spans({ ui, months, spans, height }: SpansProps) {
  const top = lengthTop(Math.max(1, ...spans.map((span) => span?.ninth ?? 0)));
  const { delay } = ui.t.statistics;
  const y = (minutes: number): number => Math.round((height - 1 - (minutes / top) * (height - 1)) * 10) / 10;
  return (
    <Plot ui={ui} months={months} height={height} scale={[delay(top), delay(top / 2), delay(0)]}>
      {spans.map((span, index) => {
        if (span === null) return null;
        const { middle } = slot(index, spans.length, 1);
        return (
          <svg x={middle} overflow="visible">
            <line class="d-span" x1="0" x2="0" y1={y(span.median)} y2={y(span.ninth)} />
            <rect class="d-ninth" x="-4" y={y(span.ninth) - 4} width="8" height="8" />
            <circle class="d-median" cx="0" cy={y(span.median)} r="5" />
          </svg>
        );
      })}
    </Plot>
  );
}
