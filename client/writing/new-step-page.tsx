import type { VisibleThread } from '../../src/threads/visible.js';
import { STEP_KINDS } from '../../src/deadlines/step-kind.js';
import { threadAddress } from '../kit/address.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Steps } from '../kit/steps.js';
import { titleOf } from '../kit/thread-row.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';
import type { Writer, Written } from '../kit/written.js';
import { RefusedAside } from './refused-aside.js';
import { wordsAfterSending } from './reply-form.js';
import { WritingForm } from './writing-form.js';

export interface NewStepPageProps {
  ui: Ui;
  thread: VisibleThread;
  writer: Writer;
  written: Written;
  errors: FormErrors | null;
}

/** What happened in a case: which kind of thing first, by links, then its form. */
export function NewStepPage({ ui, thread, writer, written, errors }: NewStepPageProps) {
  const { cases, deadlines } = ui.t;
  const chosen = written.facts?.['kind']?.[0] ?? '';
  const at = `/thread/${thread.id}/case/steps`;
  return (
    <Layout ui={ui} title={cases.addStep} section="cases" noindex>
      <Trail
        ui={ui}
        steps={[
          { href: '/cases', words: cases.title },
          { href: threadAddress(thread), words: titleOf(ui, thread) },
        ]}
      />
      <Steps ui={ui} at={0} />
      <div class="title">
        <h1>{cases.addStep}</h1>
        <p class="lede">{cases.stepLede}</p>
      </div>
      <div class="beside">
        <div class="column stack">
          <nav aria-label={cases.stepFields.kind} class="ui kinds">
            {STEP_KINDS.map((kind) => (
              <>
                <a href={`${at}/new?kind=${kind}`} aria-current={kind === chosen ? 'true' : undefined}>
                  {deadlines.kinds[kind]}
                </a>{' '}
              </>
            ))}
          </nav>
          <div class="slip">
            <WritingForm
              ui={ui}
              action={at}
              place={`step:${thread.id}`}
              writer={writer}
              written={written}
              errors={errors}
              titled={false}
              after={wordsAfterSending(ui, writer)}
              rows={5}
              facts="step"
            />
          </div>
        </div>
        <RefusedAside ui={ui} />
      </div>
    </Layout>
  );
}
