import type { Ui } from '../kit/ui.js';

/** Beside what somebody sent: who reads it before it appears. */
export function WhoReads({ ui }: { ui: Ui }) {
  const { write } = ui.t;
  return (
    <aside aria-label={write.whoReads}>
      <section>
        <h2 class="filet">{write.whoReads}</h2>
        <p class="hint">
          {write.whoReadsWords} <a href="/rules">{ui.t.site.rules}</a>
        </p>
      </section>
    </aside>
  );
}
