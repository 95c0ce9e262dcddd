import type { ThreadFacts } from '../../src/submissions/thread-facts/facts.js';
import type { VisibleCategory } from '../../src/threads/visible.js';
import { categoryAddress } from '../kit/address.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Steps } from '../kit/steps.js';
import { Trail } from '../kit/trail.js';
import type { Writer, Written } from '../kit/written.js';
import type { Ui } from '../kit/ui.js';
import { openedKind } from './opened-kind.js';
import { RefusedAside } from './refused-aside.js';
import { wordsAfterSending } from './reply-form.js';
import { WritingForm } from './writing-form.js';

export interface NewFactsPageProps {
  ui: Ui;
  of: ThreadFacts['of'];
  category: VisibleCategory;
  writer: Writer;
  written: Written;
  errors: FormErrors | null;
}

/** A new thread that says more than words: a workshop, a case. */
export function NewFactsPage({ ui, of, category, writer, written, errors }: NewFactsPageProps) {
  const { write } = ui.t;
  const { section, chooses, path, title, into } = openedKind(ui, of);
  return (
    <Layout ui={ui} title={title} section={section} noindex>
      <Trail ui={ui} steps={[{ href: categoryAddress(category), words: category.name }]} />
      <Steps ui={ui} at={0} />
      <div class="title">
        <h1>{title}</h1>
        <p class="lede">
          {into(category.name)}. <a href={chooses}>{write.changeCategory}</a>
        </p>
      </div>
      <div class="beside">
        <div class="column">
          <div class="slip">
            <WritingForm
              ui={ui}
              action={`/category/${category.slug}/${path}`}
              place={`${of}:${category.slug}`}
              writer={writer}
              written={written}
              errors={errors}
              titled
              after={wordsAfterSending(ui, writer)}
              rows={8}
              facts={of}
            />
          </div>
        </div>
        <RefusedAside ui={ui} />
      </div>
    </Layout>
  );
}
