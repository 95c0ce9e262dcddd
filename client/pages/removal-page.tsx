import { postAddress } from '../parts/address.js';
import { nameOf, type Author } from '../parts/author.js';
import { ErrorSummary, Field } from '../parts/field.js';
import type { FormErrors } from '../parts/form-errors.js';
import { Layout } from '../parts/layout.js';
import { ReasonPicker } from '../parts/reason-picker.js';
import { titleOf } from '../parts/thread-row.js';
import type { Ui } from '../ui.js';

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
  written: { reason: string; remark: string } | null;
  errors: FormErrors | null;
}

export function RemovalPage({ ui, act, thread, number, opens, author, html, written, errors }: RemovalPageProps) {
  const { desk } = ui.t;
  const removal = act === 'removal';
  const title = removal ? desk.removalTitle(number) : desk.restorationTitle(number);
  const address = postAddress(thread.id, number);
  return (
    <Layout ui={ui} title={title} section="desk" desk noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}><a href="/desk">{desk.title}</a> <a href={address}>{titleOf(ui, thread)}</a></nav>
      <div class="title">
        <h1>{title}</h1>
        <p class="lede">{removal ? desk.removalLede : desk.restorationLede}{removal && opens && <> {desk.removalOpening}</>}</p>
      </div>
      <div class="column stack">
        <section class="slip" aria-labelledby="message">
          <h2 class="vh" id="message">{desk.theMessage}</h2>
          <p class="who">{nameOf(ui, author)}</p>
          <div class="text" dangerouslySetInnerHTML={{ __html: html }} />
        </section>
        <form class="form slip team" method="post" action={`/desk${address}/${act}`}>
          <ErrorSummary ui={ui} errors={errors} />
          {removal && <ReasonPicker ui={ui} prefix="removal" errors={errors} chosen={written === null ? [] : [written.reason]} />}
          <Field ui={ui} name="remark" label={desk.remark} optional={desk.remarkHint} value={written?.remark} errors={errors} rows={2} />
          <p class="acts">
            <button class={removal ? 'b no' : 'b do'} type="submit">{removal ? desk.removalSend : desk.restorationSend}</button>{' '}
            <a class="q" href={address}>{ui.t.write.cancel}</a>
          </p>
        </form>
      </div>
    </Layout>
  );
}
