import type { StepFacts } from '../../../src/cases/step-facts.js';
import { postAddress } from '../address.js';
import type { Ui } from '../ui.js';
import type { FactLine } from './fact-line.js';
import { datedWords, euros } from './step-words.js';

/** All that a step says. */
export function stepLines(ui: Ui, facts: StepFacts): FactLine[] {
  const { cases, deadlines } = ui.t;
  const { stepFields: fields } = cases;
  const { post } = facts;
  const lines: [string, string][] = [
    [fields.kind, deadlines.kinds[facts.kind]],
    [fields.outcome, facts.outcome === '' ? '' : (deadlines.outcomes[facts.outcome] ?? facts.outcome)],
    [fields.dated, facts.dated === '' ? '' : datedWords(ui, facts.dated)],
    [fields.request, facts.request === null ? '' : ui.t.read.number(facts.request.number)],
    [fields.how, facts.how === '' ? '' : cases.hows[facts.how]],
    [fields.cameras, facts.cameras === null ? '' : cases.count(facts.cameras)],
    [fields.amount, facts.amount === null ? '' : euros(ui, facts.amount)],
    [fields.software, facts.software],
    [fields.link, facts.link],
    [fields.post, post === null ? '' : postAddress(post.thread, post.number)],
    [fields.status, facts.status === '' ? '' : cases.statuses[facts.status]],
  ];
  return lines.map(([label, value]) => ({ label, value }));
}
