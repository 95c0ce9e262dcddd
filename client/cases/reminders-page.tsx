import { threadAddress } from '../kit/address.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { titleOf } from '../kit/thread-row.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';
import { type ReminderState, RemindersForm } from './reminders-form.js';

interface PageProps {
  ui: Ui;
  thread: { id: number; slug: string; title: string; retired: boolean };
}

/** What will happen, said before it does; its button carries the key. Also what is wrong, with what was typed. */
export function RemindersPage({
  ui,
  thread,
  reminded,
  email,
  formKey,
  errors,
}: PageProps & { reminded: ReminderState; email: string; formKey: string; errors: FormErrors | null }) {
  const { reminding } = ui.t;
  const title = reminded === 'on' ? reminding.stopTitle : reminding.startTitle;
  return (
    <Layout ui={ui} title={title} section="cases" noindex>
      <Trail ui={ui} steps={[{ href: threadAddress(thread), words: titleOf(ui, thread) }]} />
      <div class="title">
        <h1>{title}</h1>
        <p class="lede">{reminding.what}</p>
      </div>
      <div class="column slip">
        <RemindersForm ui={ui} thread={thread} reminded={reminded} email={email} formKey={formKey} errors={errors} />
      </div>
    </Layout>
  );
}

/** The same words whether the address was known here or not. */
export function RemindersDonePage({ ui, thread }: PageProps) {
  const { reminding } = ui.t;
  return (
    <Layout ui={ui} title={reminding.doneTitle} section="cases" noindex>
      <Trail ui={ui} steps={[{ href: threadAddress(thread), words: titleOf(ui, thread) }]} />
      <div class="title">
        <h1>{reminding.doneTitle}</h1>
        <p class="lede">{reminding.doneLede}</p>
      </div>
      <p class="acts">
        <a class="b" href={threadAddress(thread)}>
          {reminding.back}
        </a>
      </p>
    </Layout>
  );
}
