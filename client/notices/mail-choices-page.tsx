import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Notice } from '../kit/notice.js';
import { SecretAddress } from '../kit/secret-address.js';
import type { Ui } from '../kit/ui.js';

type Choice = 'decided' | 'answered' | 'alert';

export interface MailChoicesPageProps {
  ui: Ui;
  /** What stands in the field: the address, or what was typed. */
  email: string;
  confirmed: boolean;
  mails: Choice[];
  /** Has a desk, and so a feed of it. */
  moderates: boolean;
  /** When the feed's address was made; null without one. */
  madeAt: Date | null;
  /** The whole address, right after it was made. */
  feedAddress: string | null;
  errors: FormErrors | null;
  saved: boolean;
}

function Choices({ ui, email, confirmed, mails, moderates, errors }: MailChoicesPageProps) {
  const { mail, account } = ui.t;
  const offered: Choice[] = moderates ? ['decided', 'answered', 'alert'] : ['decided', 'answered'];
  return (
    <form class="form" method="post" action="/me/mail">
      <ErrorSummary ui={ui} errors={errors} />
      <Field
        ui={ui}
        name="email"
        type="email"
        label={account.email}
        optional={account.optional}
        value={email}
        errors={errors}
        autocomplete="email"
        hint={email === '' ? undefined : confirmed ? mail.meConfirmed : mail.meUnconfirmed}
      />
      {offered.map((each) => (
        <label class="pick">
          <input type="checkbox" name={each} value="yes" checked={mails.includes(each)} /> {mail.choices[each]}
        </label>
      ))}
      {!moderates && mails.includes('alert') && <input type="hidden" name="alert" value="yes" />}
      <p class="acts">
        <button class="b do" type="submit">
          {account.save}
        </button>
      </p>
    </form>
  );
}

/** A member's address and what is sent to it. Where the forum sends no mail, an address can only be taken away. */
export function MailChoicesPage(props: MailChoicesPageProps) {
  const { ui, email, moderates, madeAt, feedAddress, saved } = props;
  const { mail, account } = ui.t;
  return (
    <Layout ui={ui} title={mail.meTitle} noindex>
      <div class="narrow stack">
        <div class="title">
          <h1>{mail.meTitle}</h1>
          <p class="lede">{ui.mail ? mail.meLede : mail.meNone}</p>
        </div>
        {saved && <Notice words={account.saved} />}
        {ui.mail ? (
          <Choices {...props} />
        ) : (
          email !== '' && (
            <form class="acts" method="post" action="/me/mail">
              <button class="b no" type="submit" name="email" value="">
                {mail.meErase}
              </button>
            </form>
          )
        )}
        {moderates && (
          <SecretAddress
            ui={ui}
            words={{ title: mail.feedTitle, lede: mail.feedLede, label: mail.feedAddress, made: mail.feedMade }}
            action="/me/feed"
            madeAt={madeAt}
            address={feedAddress}
          />
        )}
        <p class="acts">
          <a class="q" href="/me/notices">
            {ui.t.notices.title}
          </a>{' '}
          <a class="q" href="/me">
            {account.meTitle}
          </a>
        </p>
      </div>
    </Layout>
  );
}
