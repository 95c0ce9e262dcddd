import type { Ui } from './ui.js';

/** Where a submission is: write, read again, review, published. `at` counts from 0. */
export function Steps({ ui, at }: { ui: Ui; at: number }) {
  const { steps, stepNames } = ui.t.write;
  return (
    <ol class="steps" aria-label={steps}>
      {stepNames.map((name, index) => (
        <li class={index < at ? 'done' : undefined} aria-current={index === at ? 'step' : undefined}>
          {name}
        </li>
      ))}
    </ol>
  );
}
