import type { EditablePost, FormerText } from '../../src/desk/decisions/editable-posts.js';
import { postAddress } from '../kit/address.js';
import { nameOf } from '../kit/author.js';
import type { TypedFacts } from '../../src/submissions/thread-facts/facts.js';
import { FactsFields } from '../kit/facts/facts.js';
import { SortChoice } from '../kit/sort-choice.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { ReasonPicker } from '../kit/reason-picker.js';
import { titleOf } from '../kit/thread-row.js';
import { Time } from '../kit/time.js';
import type { Ui } from '../kit/ui.js';

export interface TeamEditPageProps {
  ui: Ui;
  post: EditablePost;
  /** What came back with an error, or null. `version` is the change that had been read. */
  written: {
    title?: string | undefined;
    text: string;
    facts?: TypedFacts | undefined;
    question?: boolean | undefined;
    reason: string;
    remark: string;
    version: number;
  } | null;
  /** What its thread is about, as the form has it. */
  typed: TypedFacts | null;
  errors: FormErrors | null;
}

function EditForm({ ui, post, typed, written, errors }: TeamEditPageProps) {
  const { people, write } = ui.t;
  const shared = { ui, errors, prefix: 'team' };
  return (
    <form
      class="form slip team"
      method="post"
      action={`/desk${postAddress(post.thread.id, post.number)}/correction`}
      data-writing="correct"
    >
      <ErrorSummary ui={ui} errors={errors} />
      <input type="hidden" name="version" value={post.change} />
      {post.opens && (
        <Field
          {...shared}
          name="title"
          label={ui.t.desk.titleLabel}
          hint={write.titleHint}
          value={written?.title ?? post.thread.title}
          required
        />
      )}
      <Field
        {...shared}
        name="text"
        label={ui.t.desk.textLabel}
        hint={write.textHint}
        value={written?.text ?? post.text}
        rows={10}
        required={post.facts?.of !== 'step'}
      />
      <SortChoice
        ui={ui}
        question={post.asks === null ? null : (written?.question ?? post.asks)}
        errors={errors}
        prefix="team"
      />
      {post.facts !== null && <FactsFields {...shared} of={post.facts.of} typed={written?.facts ?? typed ?? {}} />}
      <div class="live-preview" data-preview hidden>
        <h3>{write.livePreview}</h3>
        <div class="text" data-preview-text />
      </div>
      <ReasonPicker
        ui={ui}
        prefix="team"
        errors={errors}
        chosen={written === null ? [] : [written.reason]}
        legend={people.editReason}
        optional
      />
      <Field
        {...shared}
        name="remark"
        label={people.editWords}
        optional={people.editWordsHint}
        value={written?.remark}
        rows={2}
      />
      <p class="acts">
        <button class="b do" type="submit">
          {people.editSend}
        </button>{' '}
        <a class="q" href={postAddress(post.thread.id, post.number)}>
          {write.cancel}
        </a>
      </p>
    </form>
  );
}

function Former({ ui, former }: { ui: Ui; former: FormerText[] }) {
  const { people } = ui.t;
  return (
    <section>
      <h2 class="filet">{people.former}</h2>
      <ol class="versions">
        {former.map((text) => (
          <li>
            <details>
              <summary>
                <b>{people.formerBy[text.by]}</b> <Time ui={ui} at={text.replacedAt} />
              </summary>
              {text.title !== null && (
                <p class="text">
                  <b>{text.title}</b>
                </p>
              )}
              {text.question && <p class="ui meta">{ui.t.asking.question}</p>}
              <div class="text" dangerouslySetInnerHTML={{ __html: text.html }} />
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A moderator changes what somebody has published. */
export function TeamEditPage(props: TeamEditPageProps) {
  const { ui, post, written } = props;
  const { people, desk, write } = ui.t;
  const title = people.editTitle(post.number);
  const stale = written !== null && written.version !== post.change;
  return (
    <Layout ui={ui} title={title} section="desk" desk noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href="/desk">{desk.title}</a>{' '}
        <a href={postAddress(post.thread.id, post.number)}>{titleOf(ui, post.thread)}</a>
      </nav>
      <div class="title">
        <h1>{title}</h1>
        <p class="lede">{people.editLede}</p>
      </div>
      <div class="column stack">
        <p class="who">{nameOf(ui, post.author)}</p>
        <EditForm {...props} />
        {stale && (
          <section class="slip" data-standing>
            <h2 class="filet">{write.standing}</h2>
            <div class="field">
              <label class="vh" for="standing">
                {write.standing}
              </label>
              <textarea id="standing" rows={8} readOnly>{`\n${post.text}`}</textarea>
            </div>
          </section>
        )}
        {post.former.length > 0 && <Former ui={ui} former={post.former} />}
      </div>
    </Layout>
  );
}
