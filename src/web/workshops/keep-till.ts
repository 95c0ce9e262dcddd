import type { Ui } from '../../../client/kit/ui.js';

/** A page that shows these dates is not true any more when the first of them begins or is over. */
export function keepTill(ui: Ui, dates: readonly { startsAt: Date; endsAt: Date }[]): void {
  for (const { startsAt, endsAt } of dates) {
    if (startsAt > ui.dates.now) ui.dates.trueTill(startsAt);
    ui.dates.trueTill(endsAt);
  }
}
