import type { FunctionComponent } from 'preact';
import type { Facts, TypedFacts } from '../../../src/submissions/thread-facts/facts.js';
import type { FormErrors } from '../form-errors.js';
import type { Ui } from '../ui.js';
import type { FactLine } from './fact-line.js';
import { CaseFields } from './case-fields.js';
import { caseLines } from './case-lines.js';
import { StepFields } from './step-fields.js';
import { stepLines } from './step-lines.js';
import { TieFields } from './tie-fields.js';
import { tieLines } from './tie-lines.js';
import { WorkshopFields } from './workshop-fields.js';
import { workshopLines } from './workshop-lines.js';

/** How the facts of each kind are written in a form and read in a list. */
const DRAWN: Record<Facts['of'], DrawnFacts<Facts>> = {
  workshop: { Fields: WorkshopFields, lines: workshopLines },
  case: { Fields: CaseFields, lines: caseLines },
  step: { Fields: StepFields, lines: stepLines },
  tie: { Fields: TieFields, lines: tieLines },
};

interface FieldsProps {
  ui: Ui;
  typed: TypedFacts;
  errors: FormErrors | null;
  prefix: string;
}

interface DrawnFacts<F extends Facts> {
  Fields: FunctionComponent<FieldsProps>;
  lines(ui: Ui, facts: F): FactLine[];
}

type FactsFieldsProps = FieldsProps & { of: Facts['of'] };

export function FactsFields({ of, ...props }: FactsFieldsProps) {
  const { Fields } = DRAWN[of];
  return <Fields {...props} />;
}

function linesOf(ui: Ui, facts: Facts): FactLine[] {
  return DRAWN[facts.of].lines(ui, facts);
}

/** All facts, secrets too; what is not said is left out. */
export function FactsList({ ui, facts }: { ui: Ui; facts: Facts }) {
  const said = linesOf(ui, facts).filter(({ value }) => value !== '');
  if (said.length === 0) return null;
  return (
    <dl class="facts ui said-facts">
      {said.map(({ label, value }) => (
        <>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}

/** What changes, each fact with what it was and what it would be; null where none does. */
export function FactChanges({ ui, before, after }: { ui: Ui; before: Facts; after: Facts }) {
  const was = linesOf(ui, before);
  const changed = linesOf(ui, after).flatMap((line, at) => {
    const former = was[at]?.value ?? '';
    return former === line.value ? [] : [{ ...line, former }];
  });
  if (changed.length === 0) return null;
  const { nothing } = ui.t.workshops;
  return (
    <dl class="facts ui said-facts changes">
      {changed.map(({ label, value, former }) => (
        <>
          <dt>{label}</dt>
          <dd>
            <del>{former === '' ? nothing : former}</del> <span aria-hidden="true">→</span>{' '}
            <ins>{value === '' ? nothing : value}</ins>
          </dd>
        </>
      ))}
    </dl>
  );
}
