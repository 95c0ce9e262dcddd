import type { Ui } from './ui.js';

/** How long a suspension lasts, and what its member is told. */
export function SuspensionFacts({
  ui,
  suspension,
}: {
  ui: Ui;
  suspension: { at?: Date; until: Date | null; why: string | null };
}) {
  const { people } = ui.t;
  return (
    <>
      <p>
        {suspension.until === null
          ? people.suspendedForEver
          : people.suspendedUntil(ui.dates.absolute(suspension.until))}
      </p>
      {suspension.why !== null && <p class="remark">{people.whyWords(suspension.why)}</p>}
    </>
  );
}
