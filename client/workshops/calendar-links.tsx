import { subscribedAddress } from '../kit/address.js';
import type { Ui } from '../kit/ui.js';

/** A calendar to take along once, and to subscribe to. */
export function CalendarLinks({
  ui,
  path,
  origin,
  words = ui.t.workshops.calendarFile,
}: {
  ui: Ui;
  path: string;
  /** Where the forum is found: scheme and host. */
  origin: string;
  words?: string;
}) {
  return (
    <>
      <a class="q" href={path}>
        {words}
      </a>{' '}
      <a class="q" href={subscribedAddress(`${origin}${path}`)}>
        {ui.t.workshops.subscribe}
      </a>
    </>
  );
}
