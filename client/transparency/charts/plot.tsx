import type { ComponentChildren } from 'preact';
import type { Ui } from '../../kit/ui.js';
import { monthNames } from './month-names.js';

interface PlotProps {
  ui: Ui;
  months: readonly string[];
  /** In pixels; only the width gives way. */
  height: number;
  /** What is written at the top of the scale, in its middle and at its foot. */
  scale: readonly [string, string, string];
  /** What is drawn, between 0 and `height`. */
  children: ComponentChildren;
}

/**
 * A drawing over months. It is for eyes alone: the table beside it says the same and more, so all of it is hidden from
 * screen readers, and where a strict browser draws no SVG nothing is lost. Words stand in the page and never in the
 * SVG.
 */
export function Plot({ ui, months, height, scale, children }: PlotProps) {
  return (
    <div class="plot" aria-hidden="true">
      <div class="scale ui">
        {scale.map((words) => (
          <span>{words}</span>
        ))}
      </div>
      <svg class="drawn" width="100%" height={height} focusable="false">
        {[0.5, Math.round(height / 2) + 0.5].map((y) => (
          <line class="d-rule" x1="0" x2="100%" y1={y} y2={y} />
        ))}
        {children}
        <line class="d-foot" x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} />
      </svg>
      <ol class="axis ui">
        {months.map((month, index) => {
          const { short, letter, year } = monthNames(ui, month, index === 0);
          return (
            <li>
              <span class="full">{short}</span>
              <span class="thin">{letter}</span>
              {year !== '' && <b>{year}</b>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
