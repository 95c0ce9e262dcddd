import { localMoment, localSpan } from '../kit/facts/local-dates.js';
import type { Ui } from '../kit/ui.js';

/** The dates that a series gave, in the local time of its zone. */
export interface PreviewedSeries {
  dates: readonly { start: string; end: string }[];
  /** The starts of those that are left out: the clock leaves their hour out. */
  missing: readonly string[];
}

/** Each with a box, to leave some out before the series is sent. */
export function SeriesDates({ ui, series: { dates, missing } }: { ui: Ui; series: PreviewedSeries }) {
  const { series } = ui.t.workshops;
  return (
    <fieldset class="field">
      <legend>{series.dates(dates.length)}</legend>
      <p class="hint">{series.untick}</p>
      {missing.length > 0 && (
        <p class="hint">{series.missing(missing.map((start) => localMoment(ui.language, start)).join(', '))}</p>
      )}
      <input type="hidden" name="keep" value="" />
      {dates.map(({ start, end }, at) => (
        <label class="pick">
          <input type="checkbox" name="keep" value={at + 1} checked />{' '}
          <span>{localSpan(ui.language, start, end)}</span>
        </label>
      ))}
    </fieldset>
  );
}
