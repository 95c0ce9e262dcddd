import type { CountedMonth } from '../../../src/transparency/statistics/counted-month.js';
import type { Figure } from '../../../src/transparency/statistics/figures.js';
import type { Ui } from '../../kit/ui.js';
import { Bars, signsOf } from './bars.js';
import { countOf } from './count-of.js';
import { Legend } from './legend.js';
import { Statistic } from './statistic.js';

interface JudgedProps {
  ui: Ui;
  months: readonly CountedMonth[];
}

interface OutcomesProps {
  /** Two outcomes, and what there was to judge. */
  figures: [Figure, Figure, Figure];
  signs: [string, string, string];
}

/** One outcome on the other; where neither may be known, what was judged. */
function Outcomes({
  ui,
  months,
  figures: [foot, top, whole],
  signs: [footSign, topSign, wholeSign],
}: JudgedProps & OutcomesProps) {
  const { few, withheld } = ui.t.statistics;
  const bars = months.map((month) => ({
    foot: countOf(month, foot),
    top: countOf(month, top),
    whole: countOf(month, whole),
  }));
  return (
    <div class="chart">
      <Bars ui={ui} months={months.map(({ month }) => month)} bars={bars} height={140} />
      <Legend
        used={signsOf(bars)}
        signs={[
          ['leaf', footSign],
          ['hatch', topSign],
          ['open', wholeSign],
          ['few', few],
          ['withheld', withheld],
        ]}
      />
    </div>
  );
}

/** Appeals and what came of them. */
export function Appeals({ ui, months }: JudgedProps) {
  const { appeals } = ui.t.statistics;
  return (
    <Statistic
      ui={ui}
      months={months}
      words={appeals}
      columns={[
        { words: appeals.appeals, counted: 'appeals' },
        { words: appeals.granted, counted: 'granted' },
        { words: appeals.confirmed, counted: 'confirmed' },
      ]}
    >
      <Outcomes
        ui={ui}
        months={months}
        figures={['granted', 'confirmed', 'appeals']}
        signs={[appeals.grantedSign, appeals.confirmedSign, appeals.wholeSign]}
      />
    </Statistic>
  );
}

/** Reports and what came of them, and what the team took back by itself. */
export function AfterPublication({ ui, months }: JudgedProps) {
  const { after } = ui.t.statistics;
  return (
    <Statistic
      ui={ui}
      months={months}
      words={after}
      columns={[
        { words: after.reports, counted: 'reports' },
        { words: after.kept, counted: 'kept' },
        { words: after.removed, counted: 'removed' },
        { words: after.takenDown, counted: 'taken-down' },
        { words: after.undone, counted: 'undone' },
      ]}
    >
      <Outcomes
        ui={ui}
        months={months}
        figures={['kept', 'removed', 'reports']}
        signs={[after.keptSign, after.removedSign, after.wholeSign]}
      />
    </Statistic>
  );
}
