import type { VisibleCategory } from '../../src/threads/visible.js';
import { AccountNeeded } from '../kit/account-needed.js';
import { Layout } from '../kit/layout.js';
import { Steps } from '../kit/steps.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';
import { CategoryChoice } from './category-choice.js';

export interface ChooseCategoryPageProps {
  ui: Ui;
  /** The categories in which the visitor may open a thread. */
  categories: VisibleCategory[];
  /** There are others in which an account would let them. */
  account: boolean;
}

/** Where a new thread goes: chosen here, before it is written in the form of its category. */
export function ChooseCategoryPage({ ui, categories, account }: ChooseCategoryPageProps) {
  const { write } = ui.t;
  return (
    <Layout ui={ui} title={write.newThread} section="threads" noindex>
      <Trail ui={ui} steps={[]} />
      <Steps ui={ui} at={0} />
      <div class="title">
        <h1>{write.newThread}</h1>
      </div>
      <div class="column stack">
        {categories.length === 0 ? (
          <p class="hint">{write.noCategoryToWrite}</p>
        ) : (
          <CategoryChoice ui={ui} action="/threads/new" categories={categories} />
        )}
        {account && <AccountNeeded ui={ui} back="/threads/new" words={write.othersNeedAccount} />}
      </div>
    </Layout>
  );
}
