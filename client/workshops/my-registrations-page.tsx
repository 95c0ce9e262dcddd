import type { OwnRegistration } from '../../src/registrations/own-registration.js';
import { spanIn } from '../kit/facts/local-dates.js';
import { Layout } from '../kit/layout.js';
import { titleOf } from '../kit/thread-row.js';
import type { Ui } from '../kit/ui.js';
import type { RegisteredAt } from './registered-at.js';

export interface MyRegistration {
  own: OwnRegistration;
  at: RegisteredAt | null;
}

/** What a member keeps here; nobody else sees that it is theirs. */
export function MyRegistrationsPage({ ui, registrations }: { ui: Ui; registrations: readonly MyRegistration[] }) {
  const { registering } = ui.t;
  return (
    <Layout ui={ui} title={registering.mineTitle} section="agenda" noindex>
      <div class="title">
        <h1>{registering.mineTitle}</h1>
        <p class="lede">{registering.mineLede}</p>
      </div>
      {registrations.length === 0 ? (
        <p class="hint">{registering.mineNone}</p>
      ) : (
        <ul class="lines">
          {registrations.map(({ own, at }) => (
            <li>
              <a href={`/registration/${own.id}`}>{at === null ? registering.gone : titleOf(ui, at.thread)}</a>
              {at?.date != null && (
                <p class="ui">{spanIn(ui.language, at.whole.workshop.zone, at.date.startsAt, at.date.endsAt)}</p>
              )}
              <p class="ui meta">
                <span>{registering.states[own.state](own.persons)}</span>{' '}
                <span>{registering.personsOf(own.persons)}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Layout>
  );
}
