import type { ConfirmedPath, Unconfirmed } from '../../src/notices/confirmations.js';
import { Layout } from '../kit/layout.js';
import { Time } from '../kit/time.js';
import type { Ui } from '../kit/ui.js';

function Item({ ui, waiting: { item, kind, writtenAt, name } }: { ui: Ui; waiting: Unconfirmed }) {
  const { mail } = ui.t;
  return (
    <label class="pick">
      <input type="checkbox" name="item" value={item} checked />{' '}
      <span>
        {kind === 'account'
          ? mail.anAccount
          : kind === 'registration'
            ? mail.aRegistration
            : kind === 'reminder'
              ? mail.aReminder
              : ui.t.kinds[kind].unconfirmed}{' '}
        {name !== null && mail.named(name)} {writtenAt !== null && <Time ui={ui} at={writtenAt} />}
      </span>
    </label>
  );
}

/** Asks whose the address is: by a button, because programs that look into mails open every link. */
export function ConfirmationPage({ ui, token, waiting }: { ui: Ui; token: string; waiting: Unconfirmed[] }) {
  const { mail } = ui.t;
  return (
    <Layout ui={ui} title={mail.confirmTitle} noindex>
      <div class="narrow stack">
        <div class="title">
          <h1>{mail.confirmTitle}</h1>
          <p class="lede">{waiting.length === 0 ? mail.nothingToConfirm : mail.confirmLede}</p>
        </div>
        {waiting.length > 0 && (
          <form class="form slip" method="post" action={`/mail/${token}/confirmation`}>
            {waiting.map((each) => (
              <Item ui={ui} waiting={each} />
            ))}
            <p class="acts">
              <button class="b do" type="submit">
                {mail.confirm}
              </button>
            </p>
          </form>
        )}
      </div>
    </Layout>
  );
}

const WORDS_OF: Record<ConfirmedPath['of'], (ui: Ui) => string> = {
  submission: (ui) => ui.t.mail.followIt,
  registration: (ui) => ui.t.mail.seeRegistration,
  reminder: (ui) => ui.t.mail.seeCase,
};

export function ConfirmedPage({ ui, follow }: { ui: Ui; follow: ConfirmedPath[] }) {
  const { mail } = ui.t;
  return (
    <Layout ui={ui} title={mail.confirmedTitle} noindex>
      <div class="narrow stack">
        <div class="title">
          <h1>{mail.confirmedTitle}</h1>
          <p class="lede">{mail.confirmedLede}</p>
        </div>
        <ul class="plain">
          {follow.map(({ of, path }) => (
            <li>
              <a href={path}>{WORDS_OF[of](ui)}</a>
            </li>
          ))}
        </ul>
      </div>
    </Layout>
  );
}

export function ExpiredPage({ ui }: { ui: Ui }) {
  const { mail } = ui.t;
  return (
    <Layout ui={ui} title={mail.expiredTitle} noindex>
      <div class="narrow stack">
        <div class="title">
          <h1>{mail.expiredTitle}</h1>
          <p class="lede">{mail.expiredLede}</p>
        </div>
      </div>
    </Layout>
  );
}
