import type { VisibleThread } from '../../src/threads/visible.js';
import { threadAddress } from '../kit/address.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { titleOf } from '../kit/thread-row.js';
import type { Ui } from '../kit/ui.js';

export interface CallPageProps {
  ui: Ui;
  thread: VisibleThread;
  /** As it was typed, or as it stands. */
  written: { url: string; words: string; until: string };
  standing: boolean;
  errors: FormErrors | null;
}

/** Where the team says what a thread calls for. */
export function CallPage({ ui, thread, written, standing, errors }: CallPageProps) {
  const { calling, write } = ui.t;
  const shared = { ui, errors };
  return (
    <Layout ui={ui} title={calling.title} section="threads" noindex>
      <div class="title">
        <h1>{calling.title}</h1>
        <p class="lede">{calling.lede(titleOf(ui, thread))}</p>
      </div>
      <form class="form column" method="post" action={`/thread/${thread.id}/call`}>
        <ErrorSummary ui={ui} errors={errors} />
        <Field {...shared} name="url" label={calling.url} hint={calling.urlHint} value={written.url} />
        <Field {...shared} name="words" label={calling.words} hint={calling.wordsHint} value={written.words} />
        <Field {...shared} name="until" label={calling.untilDay} type="date" value={written.until} />
        <p class="acts">
          <button class="b do" type="submit">
            {calling.set}
          </button>{' '}
          <a class="q" href={threadAddress(thread)}>
            {write.backToThread}
          </a>
        </p>
      </form>
      {standing && (
        <form class="column" method="post" action={`/thread/${thread.id}/call`}>
          <p class="acts">
            <button class="b" type="submit">
              {calling.takeAway}
            </button>
          </p>
        </form>
      )}
    </Layout>
  );
}
