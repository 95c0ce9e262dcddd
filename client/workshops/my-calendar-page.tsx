import { subscribedAddress } from '../kit/address.js';
import { Layout } from '../kit/layout.js';
import { Notice } from '../kit/notice.js';
import { SecretAddress } from '../kit/secret-address.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';

export interface MyCalendarPageProps {
  ui: Ui;
  /** When its address was made; null without one. */
  madeAt: Date | null;
  /** The whole address, right after it was made. */
  address: string | null;
  saved: boolean;
}

/** A member's calendar for their own program. */
export function MyCalendarPage({ ui, madeAt, address, saved }: MyCalendarPageProps) {
  const { workshops, account } = ui.t;
  return (
    <Layout ui={ui} title={workshops.mine.title} section="agenda" noindex>
      <Trail ui={ui} steps={[{ href: '/workshops', words: workshops.agenda }]} />
      <div class="narrow stack">
        <div class="title">
          <h1>{workshops.mine.title}</h1>
          <p class="lede">{workshops.mine.about}</p>
        </div>
        {saved && <Notice words={account.saved} />}
        <SecretAddress
          ui={ui}
          words={workshops.mine.address}
          action="/me/calendar"
          madeAt={madeAt}
          address={address}
        />
        {address !== null && (
          <p class="acts">
            <a class="b" href={subscribedAddress(address)}>
              {workshops.subscribe}
            </a>
          </p>
        )}
      </div>
    </Layout>
  );
}
