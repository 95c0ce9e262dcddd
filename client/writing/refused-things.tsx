import type { Ui } from '../kit/ui.js';

/** Beside every form: what will not be published, in two lines. */
export function RefusedThings({ ui }: { ui: Ui }) {
  const { write } = ui.t;
  return (
    <section>
      <h2 class="filet">{write.refusedThings}</h2>
      <p class="hint">
        {write.refusedShort} <a href="/rules">{write.wholeRules}</a>
      </p>
    </section>
  );
}
