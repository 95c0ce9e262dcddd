import type { LawChange } from '../../src/administration/deadlines/law-change.js';
import type { Ui } from '../kit/ui.js';

/** What a change would change, before it is saved: fields of the form, then dates. */
export function LawChangeList({ ui, change }: { ui: Ui; change: LawChange }) {
  const { editing } = ui.t.deadlines;
  const names: Readonly<Record<string, string>> = { ...editing.fields, days: editing.fields.days };
  const orNothing = (text: string) => (text === '' ? editing.nothing : text);
  return (
    <div class="slip wait" role="status">
      <h3>{editing.change}</h3>
      <p class="flag">{editing.notSaved}</p>
      <dl class="facts ui">
        {change.fields.map(({ name, before, after }) => (
          <>
            <dt>{names[name] ?? name}</dt>
            <dd>{editing.fromTo(orNothing(before), orNothing(after))}</dd>
          </>
        ))}
      </dl>
      {change.dates.length === 0 ? (
        <p>{editing.noDate}</p>
      ) : (
        <>
          <p>{editing.example}</p>
          <dl class="facts ui" data-changed-dates>
            {change.dates.map(({ rule, before, after }) => (
              <>
                <dt>{rule.words[ui.language]}</dt>
                <dd>{editing.fromTo(dayOr(before), dayOr(after))}</dd>
              </>
            ))}
          </dl>
        </>
      )}
    </div>
  );

  function dayOr(day: string | null): string {
    return day === null ? editing.nothing : ui.dates.day(day);
  }
}
