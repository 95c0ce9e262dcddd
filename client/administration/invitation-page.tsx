import type { Invitation } from '../../src/administration/invitations.js';
import { ErrorSummary } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { NewAccountFields } from '../kit/new-account-fields.js';
import type { Ui } from '../kit/ui.js';

export interface InvitationPageProps {
  ui: Ui;
  token: string;
  invitation: Invitation;
  /** Who is logged in, and whether the link gives them anything; null for a guest. */
  me: { name: string; gains: boolean } | null;
  written: { name: string; email: string };
  errors: FormErrors | null;
}

/** Fields for a guest: name, password, email. A member only accepts. */
function Acceptance({ ui, token, me, written, errors }: InvitationPageProps) {
  const { account, invitations: words } = ui.t;
  const path = `/invitation/${token}`;
  if (me?.gains === false) return <p class="slip">{words.notNeeded(me.name)}</p>;
  if (me !== null)
    return (
      <form class="form slip" method="post" action={path}>
        <p>{words.withAccount(me.name)}</p>
        <p class="acts">
          <button class="b do" type="submit">
            {words.accept}
          </button>
        </p>
      </form>
    );
  return (
    <>
      <form class="form slip" method="post" action={path}>
        <ErrorSummary ui={ui} errors={errors} />
        <NewAccountFields ui={ui} written={written} errors={errors} />
        <p class="acts">
          <button class="b do" type="submit">
            {words.join}
          </button>
        </p>
      </form>
      <p class="acts">
        <a class="q" href={`/login?back=${encodeURIComponent(path)}`}>
          {account.haveAccount}
        </a>
      </p>
    </>
  );
}

/** What the link gives, by whom and until when, and the form that takes it. */
export function InvitationPage(props: InvitationPageProps) {
  const { ui, invitation } = props;
  const { invitations: words, roles } = ui.t;
  const { role, categories, by, expiresAt } = invitation;
  return (
    <Layout ui={ui} title={words.invited(ui.site.name)} noindex>
      <div class="narrow stack">
        <div class="title">
          <h1>{words.invited(ui.site.name)}</h1>
          <p class="lede">
            {words.whatFor(by, roles[role])}
            {categories.length > 0 && <> {words.inCategories(categories.join(', '))}</>}
          </p>
          <p class="hint">
            {words.does[role]} {words.once(ui.dates.short(expiresAt))}
          </p>
        </div>
        <Acceptance {...props} />
      </div>
    </Layout>
  );
}
