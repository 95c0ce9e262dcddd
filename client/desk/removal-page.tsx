import { postAddress } from '../kit/address.js';
import type { Author } from '../kit/author.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { ReasonPicker } from '../kit/reason-picker.js';
import { titleOf } from '../kit/thread-row.js';
import { TheMessage } from '../kit/the-message.js';
import type { Ui } from '../kit/ui.js';

export interface RemovalPageProps {
  ui: Ui;
  /** Taking down, or putting back. */
  act: 'removal' | 'restoration';
  thread: { id: number; slug: string; title: string };
  number: number;
  /** The title of the thread goes with it. */
  opens: boolean;
  author: Author;
  /** The text in question; for a restoration, the one that the tombstone covers. */
  html: string;
  /** The last posts that quote or link it. */
  quotedIn: { thread: number; number: number; title: string }[];
  written: { reason: string; remark: string } | null;
  errors: FormErrors | null;
}

export function RemovalPage(props: RemovalPageProps) {
  const { ui, act, thread, number, opens, author, html, quotedIn, written, errors } = props;
  const { desk } = ui.t;
  const removal = act === 'removal';
  const title = removal ? desk.removalTitle(number) : desk.restorationTitle(number);
  const address = postAddress(thread.id, number);
  return (
    <Layout ui={ui} title={title} section="desk" desk noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href="/desk">{desk.title}</a> <a href={address}>{titleOf(ui, thread)}</a>
      </nav>
      <div class="title">
        <h1>{title}</h1>
        <p class="lede">
          {removal ? desk.removalLede : desk.restorationLede}
          {removal && opens && <> {desk.removalOpening}</>}
        </p>
      </div>
      <div class="column stack">
        <TheMessage ui={ui} author={author} html={html} />
        {removal && quotedIn.length > 0 && (
          <p class="slip wait" data-quoted>
            {desk.quotedElsewhere}{' '}
            {quotedIn.map(({ thread: where, number: which, title: called }) => (
              <>
                <a href={postAddress(where, which)}>{desk.inThread(titleOf(ui, { title: called }), which)}</a>{' '}
              </>
            ))}
          </p>
        )}
        <form class="form slip team" method="post" action={`/desk${address}/${act}`}>
          <ErrorSummary ui={ui} errors={errors} />
          {removal && (
            <ReasonPicker ui={ui} prefix="removal" errors={errors} chosen={written === null ? [] : [written.reason]} />
          )}
          <Field
            ui={ui}
            name="remark"
            label={desk.remark}
            optional={desk.remarkHint}
            value={written?.remark}
            errors={errors}
            rows={2}
          />
          <p class="acts">
            <button class={removal ? 'b no' : 'b do'} type="submit">
              {removal ? desk.removalSend : desk.restorationSend}
            </button>{' '}
            <a class="q" href={address}>
              {ui.t.write.cancel}
            </a>
          </p>
        </form>
      </div>
    </Layout>
  );
}
