import type {
  AdministeredCategory,
  AdministrationRow,
  CategoryModerator,
} from '../../src/administration/category-settings.js';
import type { TypedCategory } from '../../src/administration/checked-category.js';
import { THREAD_KINDS } from '../../src/threads/visible.js';
import { categoryAddress } from '../kit/address.js';
import { AdministrationNav } from './administration-nav.js';
import { AdministrationStory } from './administration-story.js';
import { Choice, ErrorSummary, Field } from '../kit/field.js';
import { type FormErrors, wordsOfError } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Notice } from '../kit/notice.js';
import { Tick } from '../kit/tick.js';
import type { Ui } from '../kit/ui.js';

export interface CategorySettingsPageProps {
  ui: Ui;
  category: AdministeredCategory;
  moderators: CategoryModerator[];
  log: AdministrationRow[];
  /** As it is, or as it was typed when something was wrong with it. */
  written: TypedCategory;
  errors: FormErrors | null;
  saved: boolean;
}

/** Moderators of all categories are only named; those who are limited to some have a box to tick. */
function Moderators({ ui, moderators, errors }: Pick<CategorySettingsPageProps, 'ui' | 'moderators' | 'errors'>) {
  const { administration, problems } = ui.t;
  const error = wordsOfError(ui, errors, 'moderators');
  const everywhere = moderators.filter((each) => each.everywhere);
  const limited = moderators.filter((each) => !each.everywhere);
  return (
    <fieldset class={error === null ? 'field' : 'field err'}>
      <legend>{administration.moderators}</legend>
      {everywhere.length > 0 && (
        <p class="hint">{administration.everywhere(everywhere.map(({ name }) => name).join(', '))}</p>
      )}
      {limited.map(({ id, name, here }) => (
        <label class="pick">
          <input type="checkbox" name="moderators" value={id} checked={here} /> {name}
        </label>
      ))}
      {limited.length === 0 && <p class="hint">{administration.noLimited}</p>}
      {error !== null && <p class="why">{problems.toCorrect(error)}</p>}
    </fieldset>
  );
}

/** Fields: those of the settings by their names, and moderators (0..n). */
export function CategorySettingsPage({
  ui,
  category,
  moderators,
  log,
  written,
  errors,
  saved,
}: CategorySettingsPageProps) {
  const { administration, audiences } = ui.t;
  const label = (setting: keyof TypedCategory): string => administration.settings[setting];
  const choice = (setting: Exclude<keyof TypedCategory, 'takes'>, words: Record<string, string>) => (
    <Choice
      ui={ui}
      name={setting}
      label={label(setting)}
      value={written[setting]}
      errors={errors}
      choices={Object.entries(words).map(([value, each]) => ({ value, words: each }))}
    />
  );
  return (
    <Layout ui={ui} title={category.name} team noindex>
      <AdministrationNav ui={ui} />
      <div class="title">
        <h1>{category.name}</h1>
        <p class="lede">
          <a href={categoryAddress(category)}>{categoryAddress(category)}</a>
        </p>
      </div>
      {saved && <Notice words={ui.t.account.saved} />}
      <div class="beside">
        <form class="form slip" method="post" action={`/categories/${category.id}`}>
          <ErrorSummary ui={ui} errors={errors} />
          <Field
            ui={ui}
            name="name"
            label={label('name')}
            value={written.name}
            hint={administration.nameHint}
            errors={errors}
            required
          />
          <Field
            ui={ui}
            name="description"
            label={label('description')}
            optional={ui.t.account.optional}
            value={written.description}
            errors={errors}
          />
          {choice('audience', audiences)}
          <Tick
            name="closed"
            label={label('closed')}
            ticked={written.closed !== ''}
            hint={administration.closedHint}
          />
          <div class="field">
            <input type="hidden" name="opens" value="everyone" />
            <label class="pick">
              <input type="checkbox" name="opens" value="team" checked={written.opens === 'team'} /> {label('opens')}
            </label>
          </div>
          <fieldset class={wordsOfError(ui, errors, 'takes') === null ? 'field' : 'field err'}>
            <legend>{label('takes')}</legend>
            {wordsOfError(ui, errors, 'takes') !== null && (
              <p class="why">{ui.t.problems.toCorrect(wordsOfError(ui, errors, 'takes') ?? '')}</p>
            )}
            <input type="hidden" name="takes" value="" />
            {THREAD_KINDS.map((kind) => (
              <label class="pick">
                <input type="checkbox" name="takes" value={kind} checked={written.takes.includes(kind)} />{' '}
                {ui.t.kinds[kind].many}
              </label>
            ))}
          </fieldset>
          <Field
            ui={ui}
            name="closesAfter"
            label={label('closesAfter')}
            optional={administration.days}
            value={written.closesAfter}
            hint={administration.closesAfterHint}
            errors={errors}
          />
          {choice('documents', administration.attachers)}
          <h2>{administration.whoIsRead}</h2>
          {choice('hold', administration.holds)}
          <Field
            ui={ui}
            name="acceptedUntil"
            label={label('acceptedUntil')}
            value={written.acceptedUntil}
            hint={administration.acceptedUntilHint}
            errors={errors}
            required
          />
          <Tick name="guestsWrite" label={label('guestsWrite')} ticked={written.guestsWrite !== ''} />
          {choice('agreement', administration.agreements)}
          <div class="field">
            <input type="hidden" name="documentsHeld" value="" />
            <label class="pick">
              <input type="checkbox" name="documentsHeld" value="yes" checked={written.documentsHeld !== ''} />{' '}
              {label('documentsHeld')}
            </label>
          </div>
          <Moderators ui={ui} moderators={moderators} errors={errors} />
          <h2>{administration.whenEdited}</h2>
          {choice('edits', administration.edits)}
          {choice('organizers', administration.organizers)}
          <Tick
            name="history"
            label={label('history')}
            ticked={written.history !== ''}
            hint={administration.historyHint}
          />
          <p class="acts">
            <button class="b do" type="submit">
              {ui.t.account.save}
            </button>
          </p>
        </form>
        <AdministrationStory ui={ui} rows={log} />
      </div>
    </Layout>
  );
}
