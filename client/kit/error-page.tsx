import { AccountNeeded } from './account-needed.js';
import { wordsOfError } from './form-errors.js';
import { Layout } from './layout.js';
import { Seek } from './seek.js';
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
  /** The typed text, to be given back; null when there was none. */
  text: null | {
    title: string;
    text: string;
    name: string;
    email: string;
    /** Where it can be sent to again, with its preview. */ action: string | null;
    replyTo: number | null;
    /** Empty where the preview gives one. */ key: string;
    hidden: Readonly<Record<string, string>>;
  };
}

/** The typed text, never lost: in the form it came from where that is known, to be read again before it is sent. */
function TextBack({ ui, text }: { ui: Ui; text: NonNullable<ErrorPageProps['text']> }) {
  const { problems } = ui.t;
  const fields = (
    <>
      <p class="flag">{problems.textBack}</p>
      {text.title !== '' && (
        <div class="field">
          <label for="back-title">{problems.yourTitle}</label>
          <input id="back-title" name="title" type="text" value={text.title} />
        </div>
      )}
      <div class="field">
        <label for="back-text">{problems.yourText}</label>
        <textarea id="back-text" name="text" rows={8}>{`\n${text.text}`}</textarea>
      </div>
    </>
  );
  if (text.action === null) return <div class="slip bad form">{fields}</div>;
  return (
    <form class="slip bad form" method="post" action={text.action}>
      {fields}
      {text.name !== '' && <input type="hidden" name="name" value={text.name} />}
      {text.email !== '' && <input type="hidden" name="email" value={text.email} />}
      {text.replyTo !== null && <input type="hidden" name="replyTo" value={text.replyTo} />}
      {Object.entries(text.hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {text.key !== '' && <input type="hidden" name="key" value={text.key} />}
      <p class="acts">
        {text.key === '' ? (
          <button class="b do" type="submit" name="action" value="preview">
            {problems.sendAgain}
          </button>
        ) : (
          <button class="b do" type="submit" name="action" value="send">
            {problems.sendOnce}
          </button>
        )}
      </p>
    </form>
  );
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
  const wrong = Object.keys(fields).map((field) => wordsOfError(ui, errors, field));
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
          {text === null && (
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
