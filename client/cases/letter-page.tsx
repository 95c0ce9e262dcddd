import type { PaperLetter } from '../../src/notices/paper-letters/paper-letters.js';
import type { Town } from '../../src/towns/town.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Notice } from '../kit/notice.js';
import { TownField } from '../kit/town-field.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';
import { LetterEdit } from './letter-edit.js';

const DAYS = ['sent', 'received', 'registered'] as const;

type Typed = Record<'town' | 'authority' | (typeof DAYS)[number] | 'documents', string>;

export interface LetterPageProps {
  ui: Ui;
  letter: PaperLetter;
  /** The letter as it is filled: safe HTML, and plain text. */
  html: string;
  text: string;
  typed: Typed;
  /** The towns to choose from where what was typed names several. */
  choice: readonly Town[];
  errors: FormErrors | null;
  /** As administrators see it; null for everybody else. */
  edited: PaperLetter | null;
  editErrors: FormErrors | null;
  saved: boolean;
}

/** One letter, filled with what is known, to print, to copy and to take along. */
export function LetterPage(props: LetterPageProps) {
  const { ui, letter, html, text, typed, edited, saved } = props;
  const { paper } = ui.t;
  const query = new URLSearchParams(Object.entries(typed).filter(([name, value]) => name !== 'saved' && value !== ''));
  const behind = query.size === 0 ? '' : `?${query}`;
  return (
    <Layout ui={ui} title={letter[ui.language]} team={edited !== null} noindex={query.size > 0}>
      <Trail ui={ui} steps={[{ href: '/letters', words: paper.link }]} />
      <div class="title">
        <h1>{letter[ui.language]}</h1>
        <p class="lede">{paper.lede}</p>
        <p class="ui">
          <b>{paper.help}.</b>
        </p>
      </div>
      {saved && <Notice words={paper.saved} />}
      <div class="beside letter-page">
        <aside aria-label={paper.fill} class="no-print">
          <h2 class="filet">{paper.fill}</h2>
          <FillForm {...props} />
        </aside>
        <div class="stack">
          <article class="letter text" aria-label={paper.letter} lang="fr">
            <div class="sender" lang={ui.language}>
              {paper.sender.map((what) => (
                <p>{what}</p>
              ))}
            </div>
            <div dangerouslySetInnerHTML={{ __html: html }} />
            <p class="signature" lang={ui.language}>
              {paper.signature}
            </p>
          </article>
          <p class="hint no-print">{paper.print}</p>
          <p class="acts">
            <button type="button" class="b" data-copy="letter-text" data-copied={paper.copied} hidden>
              {paper.copy}
            </button>{' '}
            <a class="q" href={`/letters/${letter.code}.txt${behind}`}>
              {paper.asText}
            </a>{' '}
            <a class="q" href={`/letters/${letter.code}.md${behind}`}>
              {paper.asMarkdown}
            </a>{' '}
            <a class="q" href="/deadlines">
              {paper.deadlines}
            </a>
          </p>
          <div class="field whole no-print" lang="fr">
            <label for="letter-text" lang={ui.language}>
              {paper.copyField}
            </label>
            <textarea id="letter-text" rows={8} readonly>{`\n${text}`}</textarea>
          </div>
          {edited !== null && <LetterEdit ui={ui} code={letter.code} typed={edited} errors={props.editErrors} />}
        </div>
      </div>
    </Layout>
  );
}

function FillForm({ ui, letter, typed, choice, errors }: LetterPageProps) {
  const { paper } = ui.t;
  const shared = { ui, errors, optional: paper.optional };
  return (
    <form class="form" method="get" action={`/letters/${letter.code}`}>
      <p class="hint">{paper.fillLede}</p>
      <ErrorSummary ui={ui} errors={errors} />
      <TownField {...shared} value={typed.town} choice={choice} />
      <Field
        {...shared}
        name="authority"
        label={paper.blanks.authority}
        hint={paper.authorityHint}
        value={typed.authority}
      />
      <Field
        {...shared}
        name="documents"
        label={paper.blanks.documents}
        hint={paper.documentsHint}
        value={typed.documents}
        rows={4}
      />
      {DAYS.filter((day) => letter.body.includes(`{${day}}`)).map((day) => (
        <Field
          {...shared}
          name={day}
          label={paper.blanks[day]}
          type={errors?.fields[day] === undefined ? 'date' : 'text'}
          value={typed[day]}
        />
      ))}
      <p class="acts">
        <button class="b do" type="submit">
          {paper.update}
        </button>
      </p>
    </form>
  );
}
