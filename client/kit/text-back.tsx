import { nameOfField } from './field-names.js';
import type { Ui } from './ui.js';

export interface TextBackProps {
  ui: Ui;
  text: {
    title: string;
    text: string;
    name: string;
    email: string;
    /** Where it can be sent to again, with its preview. */
    action: string | null;
    replyTo: number | null;
    /** With which the same words are stored once, however often they are sent; empty where the preview gives one. */
    key: string;
    /** What else the form said without showing it. */
    hidden: readonly (readonly [name: string, value: string])[];
    /** What was typed into other fields. */
    others: readonly { name: string; value: string }[];
    /** What is not given back. */
    lacks: readonly ('files' | 'password' | 'rest')[];
  };
}

/** Fields that nothing sends again, to be copied into the form they came from. */
function Others({ ui, text: { others } }: TextBackProps) {
  return (
    <>
      {others.map(({ name, value }, at) => (
        <div class="field">
          <label for={`back-other-${at}`}>{nameOfField(ui, name)}</label>
          {value.length > 60 || value.includes('\n') ? (
            <textarea id={`back-other-${at}`} rows={4} readOnly>{`\n${value}`}</textarea>
          ) : (
            <input id={`back-other-${at}`} type="text" value={value} readOnly />
          )}
        </div>
      ))}
    </>
  );
}

/** That nothing is lost, is said only where it is so. */
function Said({ ui, text: { title, text, others, lacks } }: TextBackProps) {
  const { problems } = ui.t;
  const hasText = title !== '' || text !== '';
  const back =
    hasText && others.length === 0 && lacks.length === 0
      ? [problems.textBack]
      : hasText || others.length > 0
        ? [problems.wordsBack]
        : [];
  return <p class="flag">{[...back, ...lacks.map((lack) => problems.lacks[lack])].join(' ')}</p>;
}

/** What was typed, never lost: in the form it came from where that is known, to be read again before it is sent. */
export function TextBack({ ui, text }: TextBackProps) {
  const { problems } = ui.t;
  const fields = (
    <>
      <Said ui={ui} text={text} />
      {text.title !== '' && (
        <div class="field">
          <label for="back-title">{problems.yourTitle}</label>
          <input id="back-title" name="title" type="text" value={text.title} />
        </div>
      )}
      {(text.title !== '' || text.text !== '') && (
        <div class="field">
          <label for="back-text">{problems.yourText}</label>
          <textarea id="back-text" name="text" rows={8}>{`\n${text.text}`}</textarea>
        </div>
      )}
      <Others ui={ui} text={text} />
    </>
  );
  if (text.action === null) return <div class="slip bad form">{fields}</div>;
  return (
    <form class="slip bad form" method="post" action={text.action}>
      {fields}
      {text.name !== '' && <input type="hidden" name="name" value={text.name} />}
      {text.email !== '' && <input type="hidden" name="email" value={text.email} />}
      {text.replyTo !== null && <input type="hidden" name="replyTo" value={text.replyTo} />}
      {text.hidden.map(([name, value]) => (
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
