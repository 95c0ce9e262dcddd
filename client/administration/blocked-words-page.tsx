import { isolated } from '../kit/isolated.js';
import type { Caught } from '../../src/administration/blocked-lists.js';
import { postAddress } from '../kit/address.js';
import { AdministrationNav } from './administration-nav.js';
import { nameOf } from '../kit/author.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Notice } from '../kit/notice.js';
import type { Ui } from '../kit/ui.js';

export interface BlockedWordsPageProps {
  ui: Ui;
  /** One line for each word or words. */
  written: { hold: string; refuse: string };
  errors: FormErrors | null;
  /** What these lists would have done to the last posts; null until they are tried. */
  trial: null | { caught: Caught[]; of: number; mark: string };
  saved: boolean;
}

function Trial({ ui, trial }: { ui: Ui; trial: NonNullable<BlockedWordsPageProps['trial']> }) {
  const { administration } = ui.t;
  return (
    <section class="slip" aria-labelledby="trial">
      <h2 id="trial">{administration.trial(trial.caught.length, trial.of)}</h2>
      <ul class="story">
        {trial.caught.map(({ post, list, line }) => (
          <li>
            <p class="meta">
              <b>{list === 'refuse' ? administration.wouldRefuse(line) : administration.wouldHold(line)}</b>{' '}
              <a href={postAddress(post.thread, post.number)}>
                {administration.postBy(nameOf(ui, { name: post.author }))}
              </a>
            </p>
            <p>{isolated(post.excerpt)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Fields: hold, refuse, and with the lists that were tried: tried (their mark), action=save. */
export function BlockedWordsPage({ ui, written, errors, trial, saved }: BlockedWordsPageProps) {
  const { administration } = ui.t;
  return (
    <Layout ui={ui} title={administration.words} team noindex>
      <AdministrationNav ui={ui} />
      <div class="title">
        <h1>{administration.words}</h1>
        <p class="lede">{administration.wordsLede}</p>
      </div>
      {saved && <Notice words={ui.t.account.saved} />}
      <div class="narrow stack">
        {trial !== null && <Trial ui={ui} trial={trial} />}
        <form class="form slip" method="post" action="/blocked-words">
          <ErrorSummary ui={ui} errors={errors} />
          <Field
            ui={ui}
            name="hold"
            label={administration.holdList}
            hint={administration.holdListHint}
            value={written.hold}
            errors={errors}
            rows={8}
          />
          <Field
            ui={ui}
            name="refuse"
            label={administration.refuseList}
            hint={administration.refuseListHint}
            value={written.refuse}
            errors={errors}
            rows={8}
          />
          {trial !== null && <input type="hidden" name="tried" value={trial.mark} />}
          <p class="acts">
            <button class={trial === null ? 'b do' : 'b'} type="submit" name="action" value="try">
              {administration.try}
            </button>{' '}
            {trial !== null && (
              <button class="b do" type="submit" name="action" value="save">
                {ui.t.account.save}
              </button>
            )}
          </p>
        </form>
      </div>
    </Layout>
  );
}
