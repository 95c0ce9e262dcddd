import type { VisibleThread } from '../../src/threads/visible.js';
import type { Facts } from '../../src/submissions/thread-facts/facts.js';
import { postAddress, threadAddress } from '../kit/address.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { RefusedAside } from './refused-aside.js';
import { Steps } from '../kit/steps.js';
import { titleOf } from '../kit/thread-row.js';
import { Trail } from '../kit/trail.js';
import { SortChoice } from '../kit/sort-choice.js';
import { WritingForm } from './writing-form.js';
import type { Writer, Written } from '../kit/written.js';
import type { Ui } from '../kit/ui.js';

export interface EditPageProps {
  ui: Ui;
  thread: VisibleThread;
  /** Post 1 has the title too. */
  number: number;
  /** The `change` of the post as it was read. */
  version: number;
  writer: Writer;
  /** The standing source, or what came back; a key may be given, for nobody else gets this page. */
  written: Written;
  errors: FormErrors | null;
  /** What the thread is about now, with post 1 of one that has any. */
  facts: Facts | null;
  /** What is published now, when it has changed since the author read it. */
  standing: null | { title: string | null; text: string };
  /** An earlier edit of the same post waits already. */
  waiting: boolean;
  /** It is somebody else's text: whoever may write there proposes another one. */
  proposes: boolean;
  /** Whether it asks something; null where nothing can be asked. */
  question: boolean | null;
}

export function EditPage({
  ui,
  thread,
  number,
  version,
  writer,
  written,
  errors,
  facts,
  standing,
  waiting,
  proposes,
  question,
}: EditPageProps) {
  const { write, cases } = ui.t;
  const title = proposes ? cases.proposeTitle : write.editTitle(number);
  return (
    <Layout ui={ui} title={title} section="threads" noindex>
      <Trail ui={ui} steps={[{ href: threadAddress(thread), words: titleOf(ui, thread) }]} />
      <Steps ui={ui} at={0} />
      <div class="title">
        <h1>{title}</h1>
        {(proposes || writer.readFirst) && <p class="lede">{proposes ? cases.proposeLede : write.editLede}</p>}
      </div>
      <div class="beside">
        <div class="column stack">
          {waiting && <p class="slip wait">{write.waitingEdit}</p>}
          <div class="slip">
            <WritingForm
              ui={ui}
              action={`${postAddress(thread.id, number)}/edits`}
              place={`edit:${thread.id}:${number}`}
              writer={writer}
              written={written}
              errors={errors}
              titled={number === 1 && thread.article === null}
              facts={facts?.of}
              after={writer.readFirst ? write.editAfterReview : write.editAtOnce}
              hidden={{ version }}
              anonymous={!proposes}
              rows={10}
            >
              <SortChoice ui={ui} question={question} errors={errors} prefix="edit" />
            </WritingForm>
          </div>
          {standing !== null && (
            <section class="slip" data-standing>
              <h2 class="filet">{write.standing}</h2>
              {standing.title !== null && (
                <p class="text">
                  <b>{standing.title}</b>
                </p>
              )}
              <div class="field">
                <label class="vh" for="standing">
                  {write.standing}
                </label>
                <textarea id="standing" rows={8} readOnly>{`\n${standing.text}`}</textarea>
              </div>
            </section>
          )}
          <p class="acts">
            <a class="q" href={postAddress(thread.id, number)}>
              {write.cancel}
            </a>
          </p>
        </div>
        <RefusedAside ui={ui} />
      </div>
    </Layout>
  );
}
