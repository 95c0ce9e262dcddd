import type { ComponentChildren } from 'preact';
import type { Audience } from '../../src/threads/visible.js';
import type { Ui } from '../kit/ui.js';

interface LookFirstProps {
  ui: Ui;
  /** What will happen, a sentence each. */
  says: readonly string[];
  /** What changes for who reads, said louder. */
  warns?: readonly string[];
  action: string;
  /** What was chosen, sent again together with the button. */
  hidden: readonly (readonly [string, string])[];
  button: string;
  cancel: string;
  children?: ComponentChildren;
}

/** What will happen, before it does, and the one button that lets it. */
export function LookFirst({ ui, says, warns = [], action, hidden, button, cancel, children }: LookFirstProps) {
  return (
    <form class="form slip team" method="post" action={action}>
      <ul class="says">
        {says.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      {warns.map((each) => (
        <p class="flag">{each}</p>
      ))}
      {children}
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p class="acts">
        <button class="b do" type="submit" name="action" value="do">
          {button}
        </button>{' '}
        <a class="q" href={cancel}>
          {ui.t.write.cancel}
        </a>
      </p>
    </form>
  );
}

/**
 * What changes for readers when something goes from one audience to another: a sentence, or none when nothing does.
 */
export function whoWillRead(ui: Ui, from: Audience, to: Audience): string[] {
  return from === to ? [] : [ui.t.moving.readers[to]];
}
