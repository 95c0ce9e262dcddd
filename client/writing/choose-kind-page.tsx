import type { ThreadFacts } from '../../src/submissions/thread-facts/facts.js';
import type { VisibleCategory } from '../../src/threads/visible.js';
import { AccountNeeded } from '../kit/account-needed.js';
import { Layout } from '../kit/layout.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';
import { CategoryChoice } from './category-choice.js';
import { openedKind } from './opened-kind.js';

export interface ChooseKindPageProps {
  ui: Ui;
  of: ThreadFacts['of'];
  /** The categories in which the visitor may open one. */
  categories: VisibleCategory[];
  /** There are others in which an account would let them. */
  account: boolean;
  /** Whether they may choose the categories that take such threads. */
  sets: boolean;
  /** Goes along to the form: the town that was chosen on the way. */
  hidden?: Readonly<Record<string, string>>;
}

/** Where a new thread with facts goes: chosen here, before it is written in the form of its category. */
export function ChooseKindPage({ ui, of, categories, account, sets, hidden = {} }: ChooseKindPageProps) {
  const { write } = ui.t;
  const { section, list, chooses, title, lede, noCategory, noCategorySetting } = openedKind(ui, of);
  return (
    <Layout ui={ui} title={title} section={section} noindex>
      <Trail ui={ui} steps={[list]} />
      <div class="title">
        <h1>{title}</h1>
        <p class="lede">{lede}</p>
      </div>
      <div class="column stack">
        {categories.length === 0 ? (
          <>
            <p class="hint">{noCategory}</p>
            {sets && (
              <p class="acts">
                <a class="b" href="/categories">
                  {noCategorySetting}
                </a>
              </p>
            )}
          </>
        ) : (
          <CategoryChoice ui={ui} action={chooses} categories={categories} hidden={hidden} />
        )}
        {account && <AccountNeeded ui={ui} back={chooses} words={write.othersNeedAccount} />}
      </div>
    </Layout>
  );
}
