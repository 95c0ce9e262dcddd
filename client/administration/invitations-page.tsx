import type { Invitation } from '../../src/administration/invitations.js';
import type { InvitedRole } from '../../src/administration/invited-role.js';
import { Choice, ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Notice } from '../kit/notice.js';
import { Time } from '../kit/time.js';
import type { Ui } from '../kit/ui.js';
import { AdministrationNav } from './administration-nav.js';
import { CategoryLimits, type LimitingCategory } from './category-limits.js';

export interface InvitationsPageProps {
  ui: Ui;
  /** Those that nobody has used yet, the newest first. */
  invitations: Invitation[];
  categories: readonly LimitingCategory[];
  /** The whole address, right after it was made; it is kept nowhere. */
  made: { link: string; role: InvitedRole } | null;
  /** What was chosen in a form that comes back; a new one gives the least. */
  typed: { role: string; categories: readonly number[]; everywhere: boolean };
  errors: FormErrors | null;
  saved: boolean;
}

const INVITED: InvitedRole[] = ['member', 'organizer', 'moderator'];

function Line({ ui, invitation }: { ui: Ui; invitation: Invitation }) {
  const { invitations: words, roles } = ui.t;
  const { id, role, categories, by, madeAt, expiresAt } = invitation;
  return (
    <li class="invited">
      <p>
        <b>{roles[role]}</b> {categories.length > 0 && <span>{words.limitedTo(categories.join(', '))}</span>}
      </p>
      <p class="ui meta">
        <span>{ui.t.desk.by(by)}</span> <Time ui={ui} at={madeAt} />{' '}
        <span>{words.until(ui.dates.short(expiresAt))}</span>
      </p>
      <form method="post" action="/invitations">
        <input type="hidden" name="invitation" value={id} />
        <button class="b no" type="submit" name="action" value="revoke">
          {words.revoke}
          <span class="vh">{words.revokeWhat(roles[role], ui.dates.short(madeAt))}</span>
        </button>
      </form>
    </li>
  );
}

/** Fields: role and a moderator's categories. What was made is shown once, above the list of what is open. */
export function InvitationsPage({ ui, invitations, categories, made, typed, errors, saved }: InvitationsPageProps) {
  const { account, invitations: words, roles } = ui.t;
  return (
    <Layout ui={ui} title={words.title} team noindex>
      <AdministrationNav ui={ui} />
      <div class="title">
        <h1>{words.title}</h1>
        <p class="lede">{words.lede}</p>
      </div>
      {saved && <Notice words={account.saved} />}
      <div class="narrow stack">
        {made !== null && (
          <section class="slip form" aria-labelledby="made">
            <h2 id="made">{words.made(roles[made.role])}</h2>
            <Field ui={ui} name="link" label={words.link} hint={words.linkHint} value={made.link} long readonly />
            <p class="acts">
              <button type="button" class="b" data-copy="f-link" data-copied={ui.t.write.copied} hidden>
                {ui.t.write.copy}
              </button>
            </p>
          </section>
        )}
        <form class="form slip role-form" method="post" action="/invitations">
          <ErrorSummary ui={ui} errors={errors} />
          <Choice
            ui={ui}
            name="role"
            label={account.role}
            value={typed.role}
            errors={errors}
            choices={INVITED.map((role) => ({ value: role, words: roles[role] }))}
          />
          <CategoryLimits
            ui={ui}
            categories={categories}
            chosen={typed.categories}
            everywhere={typed.everywhere}
            errors={errors}
          />
          <p class="acts">
            <button class="b do" type="submit" name="action" value="invite">
              {words.invite}
            </button>
          </p>
        </form>
        <section aria-labelledby="open">
          <h2 class="filet" id="open">
            {words.open}
          </h2>
          {invitations.length === 0 && <p class="hint">{words.none}</p>}
          <ul class="members">
            {invitations.map((invitation) => (
              <Line ui={ui} invitation={invitation} />
            ))}
          </ul>
        </section>
      </div>
    </Layout>
  );
}
