import type { VisibleCategory } from '../../src/threads/visible.js';
import { categoryAddress } from '../kit/address.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { RefusedAside } from './refused-aside.js';
import { Steps } from '../kit/steps.js';
import { ThreadForm } from './thread-form.js';
import { Trail } from '../kit/trail.js';
import type { Writer, Written } from '../kit/written.js';
import type { Ui } from '../kit/ui.js';

export interface NewThreadPageProps {
  ui: Ui;
  category: VisibleCategory;
  writer: Writer;
  /** NOTHING_WRITTEN at first. */
  written: Written;
  errors: FormErrors | null;
}

export function NewThreadPage({ ui, category, writer, written, errors }: NewThreadPageProps) {
  const { write } = ui.t;
  return (
    <Layout ui={ui} title={write.newThread} section="threads" noindex>
      <Trail ui={ui} steps={[{ href: categoryAddress(category), words: category.name }]} />
      <Steps ui={ui} at={0} />
      <div class="title">
        <h1>{write.newThread}</h1>
        <p class="lede">
          {write.newThreadIn(category.name)}
          {'. '}
          <a href="/threads/new">{write.changeCategory}</a>
        </p>
      </div>
      <div class="beside">
        <div class="column">
          <ThreadForm ui={ui} category={category} writer={writer} written={written} errors={errors} />
        </div>
        <RefusedAside ui={ui} />
      </div>
    </Layout>
  );
}
