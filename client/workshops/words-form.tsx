import type { VisibleThread } from '../../src/threads/visible.js';
import type { VisiblePart } from '../../src/workshops/visible-workshop.js';
import { hostsAddress, teamAddress, threadAddress } from '../kit/address.js';
import { Choice, ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { titleOf } from '../kit/thread-row.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';

export interface WordsFormProps {
  ui: Ui;
  thread: VisibleThread;
  parts: readonly VisiblePart[];
  /** The same one sends the same words once. */
  formKey: string;
  typed: { to: string; text: string };
  errors: FormErrors | null;
}

/** Hosts write to those who have registered; nobody sees to whom in particular. */
export function WordsForm({ ui, thread, parts, formKey, typed, errors }: WordsFormProps) {
  const { team } = ui.t;
  const shared = { ui, errors, prefix: 'w' };
  return (
    <form class="form" method="post" action={`/thread/${thread.id}/workshop/words`}>
      <input type="hidden" name="key" value={formKey} />
      <Choice
        {...shared}
        name="to"
        label={team.wordsTo}
        value={typed.to}
        choices={[
          { value: 'all', words: team.wordsToAll },
          { value: 'line', words: team.wordsToLine },
          ...parts.map(({ id, time, title }) => ({ value: id, words: [time, title].filter(Boolean).join(', ') })),
        ]}
      />
      <Field
        {...shared}
        name="text"
        label={team.wordsText}
        hint={team.wordsHint}
        value={typed.text}
        rows={5}
        required
      />
      <p class="acts">
        <button class="b do" type="submit">
          {team.wordsSend}
        </button>
      </p>
    </form>
  );
}

/** The form by itself, with what was typed and what is wrong with it. */
export function WordsPage(props: WordsFormProps) {
  const { ui, thread, errors } = props;
  const { team, hosting } = ui.t;
  return (
    <Layout ui={ui} title={team.wordsTitle} section="agenda" noindex>
      <Trail
        ui={ui}
        steps={[
          { href: threadAddress(thread), words: titleOf(ui, thread) },
          { href: hostsAddress(thread), words: hosting.title },
          { href: teamAddress(thread), words: team.title },
        ]}
      />
      <div class="title">
        <h1>{team.wordsTitle}</h1>
      </div>
      <div class="column stack">
        <ErrorSummary ui={ui} errors={errors} />
        <WordsForm {...props} />
      </div>
    </Layout>
  );
}
