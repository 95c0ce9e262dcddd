import type { Ui } from './ui.js';

/** The path to this page: the categories and pages above it. */
export function Trail({ ui, steps }: { ui: Ui; steps: { href: string; words: string }[] }) {
  return (
    <nav class="trail ui" aria-label={ui.t.site.trail}>
      <a href="/">{ui.t.site.threads}</a>{' '}
      {steps.map((step) => (
        <>
          <a href={step.href}>{step.words}</a>{' '}
        </>
      ))}
    </nav>
  );
}
