import { AccountNeeded } from './account-needed.js';
import { nameOfField } from './field-names.js';
import { wordsOfError } from './form-errors.js';
import { Layout } from './layout.js';
import { Seek } from './seek.js';
import { TextBack, type TextBackProps } from './text-back.js';
import { Tree } from './tree.js';
import type { Ui } from './ui.js';

export interface ErrorPageProps {
  ui: Ui;
  status: number;
  /** The code of the problem and what fills its blanks. */
  code: string;
  /** Where a visitor goes on who may not do this: the page that they came from. */
  back?: string | null;
  /** An account would help, and leads back there. */
  account?: string | null;
  detail?: Readonly<Record<string, string | number>>;
  /** Who is logged in is not sent to log in. */
  isGuest?: boolean;
  /** For a form that cannot be shown again: what was wrong, field by field. */
  fields?: Readonly<Record<string, string>>;
  /** What was typed, to be given back; null when there was nothing. */
  text: TextBackProps['text'] | null;
}

/** What happened, what to do, and the text given back. */
export function ErrorPage({
  ui,
  status,
  code,
  back = null,
  account = null,
  isGuest = true,
  detail = {},
  fields = {},
  text,
}: ErrorPageProps) {
  const { problems } = ui.t;
  const [title, lede] = problems.pages[status] ?? problems.other;
  const errors = { fields, detail };
  const wrong = Object.keys(fields).map((field) =>
    problems.atField(nameOfField(ui, field), wordsOfError(ui, errors, field) ?? ''),
  );
  const isTextBack = text !== null && (text.title !== '' || text.text !== '');
  const more = problems.codes[code]?.(detail) ?? '';
  return (
    <Layout ui={ui} title={title} noindex>
      <div class="stack column">
        <div class="lost">
          <Tree />
          <h1>{title}</h1>
          <p class="lede">{more === '' ? lede : more}</p>
          {wrong.length > 0 && (
            <ul class="wrongs">
              {wrong.map((words) => (
                <li>{words}</li>
              ))}
            </ul>
          )}
          {account !== null && <AccountNeeded ui={ui} back={account} />}
          {status === 404 && <Seek ui={ui} id="seek-lost" wide />}
          {status === 404 && (
            <p>
              {isGuest && (
                <>
                  {problems.someNeedAccount}
                  <a href="/login">{problems.logIn}</a>.{' '}
                </>
              )}
              {problems.sentBefore}
              <a href="/follow">{problems.findSent}</a>.
            </p>
          )}
          {!isTextBack && (
            <p class="acts">
              {back !== null && (
                <>
                  <a class="b do" href={back}>
                    {problems.wayBack}
                  </a>{' '}
                </>
              )}
              <a class={back === null ? 'b do' : 'b'} href="/">
                {problems.toThreads}
              </a>{' '}
              <a class="q" href="/recent">
                {problems.toRecent}
              </a>
            </p>
          )}
        </div>
        {text !== null && <TextBack ui={ui} text={text} />}
        <p class="ui meta">{problems.number(status)}</p>
      </div>
    </Layout>
  );
}
