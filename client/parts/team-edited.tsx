import type { Ui } from '../ui.js';
import { Time } from './time.js';

interface TeamWhyProps {
  ui: Ui;
  reason: string | null;
  words: string | null;
}

/** Why the team has changed somebody's words, as everybody reads it. */
export function TeamWhy({ ui, reason, words }: TeamWhyProps) {
  const { people } = ui.t;
  return <>{reason !== null && people.why(ui.reason(reason))} {words !== null && people.whyWords(words)}</>;
}

/** The same for the author, who has to learn of it in the first place. */
export function TeamEdited({ ui, at, ...why }: TeamWhyProps & { at: Date }) {
  return <p class="remark" data-team-edit>{ui.t.people.edited} <Time ui={ui} at={at} />. <TeamWhy ui={ui} {...why} /></p>;
}
