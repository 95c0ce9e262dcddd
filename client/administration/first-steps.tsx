import type { FirstStepsState } from '../../src/administration/site-settings.js';
import type { Ui } from '../kit/ui.js';

/** Where to begin after the set-up, in order; open as long as something of it is left. */
export function FirstSteps({ ui, done }: { ui: Ui; done: FirstStepsState }) {
  const { firstSteps: words } = ui.t;
  const steps = [
    { done: done.categories, href: '/categories', name: words.categories, why: words.categoriesWhy },
    { done: done.policy, href: '/categories', name: words.policy, why: words.policyWhy },
    { done: done.charter, href: '#f-charter', name: words.charter, why: words.charterWhy },
    { done: done.people, href: '/invitations', name: words.people, why: words.peopleWhy },
  ];
  return (
    <details class="first-steps slip" open={steps.some((step) => !step.done)}>
      <summary>
        <h2>{words.title}</h2>
      </summary>
      <ol>
        {steps.map(({ done: isDone, href, name, why }) => (
          <li>
            <a href={href}>{name}</a> {isDone && <b class="state published">{words.done}</b>}
            <p class="hint">{why}</p>
          </li>
        ))}
        <li>
          {words.mail} {ui.mail && <b class="state published">{words.done}</b>}
          <p class="hint">{ui.mail ? words.mailOn : words.mailOff}</p>
        </li>
      </ol>
    </details>
  );
}
