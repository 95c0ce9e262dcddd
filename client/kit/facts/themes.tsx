import type { TypedFacts } from '../../../src/submissions/thread-facts/facts.js';
import { type FactForm, FactGroup } from './fact-field.js';

/** What it is about: three at most of the list. */
export function Themes({ form, typed }: { form: FactForm; typed: TypedFacts }) {
  const { ui } = form;
  const chosen = typed['themes'] ?? [];
  const offered = new Set(ui.themes.map(({ code }) => code));
  const former = chosen
    .filter((code) => code !== '' && !offered.has(code))
    .map((code) => ({ code, name: ui.theme(code) }));
  return (
    <FactGroup
      form={form}
      fields={['themes']}
      legend={ui.t.workshops.fields.themes}
      hint={ui.t.workshops.hints.themes}
    >
      <div class="ticks">
        {[...ui.themes, ...former].map(({ code, name }) => (
          <label class="pick">
            <input type="checkbox" name="themes" value={code} checked={chosen.includes(code)} /> <span>{name}</span>
          </label>
        ))}
      </div>
    </FactGroup>
  );
}

/** The choices of a list whose words are in the catalogue. */
export const choicesOf = <T extends string>(words: Record<T, string>): { value: string; words: string }[] =>
  Object.entries<string>(words).map(([value, each]) => ({ value, words: each }));
