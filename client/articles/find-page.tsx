import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';

export interface FindPageProps {
  ui: Ui;
  code: string;
  errors: FormErrors | null;
}

/** Finds a message for somebody who has kept its code but not its address. */
export function FindPage({ ui, code, errors }: FindPageProps) {
  const { section } = ui.t;
  return (
    <Layout ui={ui} title={section.findTitle} noindex>
      <div class="title">
        <h1>{section.findTitle}</h1>
        <p class="lede">{section.findLede}</p>
      </div>
      <form class="form column" method="post" action="/follow">
        <ErrorSummary ui={ui} errors={errors} />
        <Field ui={ui} name="code" label={section.code} value={code} errors={errors} autocomplete="off" required />
        <p class="acts">
          <button class="b do" type="submit">
            {section.findSend}
          </button>
        </p>
      </form>
    </Layout>
  );
}
