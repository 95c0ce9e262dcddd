import type { Ui } from './ui.js';
import { Time } from './time.js';

interface TeamWhyProps {
  ui: Ui;
  reason: string | null;
  words: string | null;
}

/** Why the team has changed somebody's words, as everybody reads it. */
export function TeamWhy({ ui, reason, words }: TeamWhyProps) {
  const { people } = ui.t;
  return (
    <>
      {reason !== null && people.why(ui.reason(reason))} {words !== null && people.whyWords(words)}
    </>
  );
}

/** The same for the author, with the fact that the text was changed, which they may not know yet. */
export function TeamEdited({ ui, at, ...why }: TeamWhyProps & { at: Date }) {
  return (
    <p class="remark" data-team-edit>
      {ui.t.people.edited} <Time ui={ui} at={at} />. <TeamWhy ui={ui} {...why} />
    </p>
  );
}
