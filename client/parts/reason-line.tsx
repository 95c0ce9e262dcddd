import type { Ui } from '../ui.js';

/** Why, in the words of the list; nothing where no reason was given. */
export function ReasonLine({ ui, reasons }: { ui: Ui; reasons: readonly string[] }) {
  if (reasons.length === 0) return null;
  return <p>{ui.t.write.reason(reasons.map((code) => ui.reason(code)).join(', '))}</p>;
}
