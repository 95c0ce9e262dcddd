import type { LawChange } from '../../src/administration/deadlines/law-change.js';
import type { TypedRule } from '../../src/administration/deadlines/typed-rule.js';
import type { Holiday, WrittenRule } from '../../src/cases/law.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Notice } from '../kit/notice.js';
import type { Ui } from '../kit/ui.js';
import { EventCodes } from './event-codes.js';
import { HolidayForm } from './holiday-form.js';
import { RuleForm } from './rule-form.js';

/** A form that was sent: with what is wrong in it, or with what it would change. */
export interface LawEditing {
  saved: boolean;
  /** The forms as they are filled from the tables; by the id of the rule, and for a new one. */
  typed: ReadonlyMap<number | 'new', TypedRule>;
  typedHolidays: { country: string; days: string };
  /** Which form came back. */
  of: number | 'new' | 'holidays' | null;
  errors: FormErrors | null;
  change: LawChange | null;
}

interface LawFormsProps {
  ui: Ui;
  rules: readonly WrittenRule[];
  holidays: readonly Holiday[];
  editing: LawEditing;
}

/** The administrators' forms: one for each rule, one for a new one, one for the holidays. */
export function LawForms({ ui, rules, editing }: LawFormsProps) {
  const { editing: words } = ui.t.deadlines;
  const { typed, of } = editing;
  const shown = (form: number | 'new' | 'holidays') =>
    of === form ? { errors: editing.errors, change: editing.change } : { errors: null, change: null };
  const added = typed.get('new');
  return (
    <section aria-labelledby="change-rules">
      <h2 class="filet" id="change-rules">
        {words.title}
      </h2>
      {editing.saved && <Notice words={words.saved} />}
      <p>{words.lede}</p>
      <EventCodes ui={ui} rules={rules} />
      {rules.map((rule) => {
        const fields = typed.get(rule.id);
        return fields === undefined ? null : (
          <details class="fold" id={`change-${rule.id}`} open={of === rule.id}>
            <summary class="q">{rule.words[ui.language]}</summary>
            <RuleForm ui={ui} id={rule.id} name={rule.words[ui.language]} typed={fields} {...shown(rule.id)} />
          </details>
        );
      })}
      {added !== undefined && (
        <details class="fold" open={of === 'new'}>
          <summary class="q">{words.add}</summary>
          <RuleForm ui={ui} id={null} name={words.add} typed={added} {...shown('new')} />
        </details>
      )}
      <details class="fold" open={of === 'holidays'}>
        <summary class="q">{words.holidays}</summary>
        <HolidayForm ui={ui} typed={editing.typedHolidays} {...shown('holidays')} />
      </details>
    </section>
  );
}
