import type { Ui } from './ui.js';

/** The reasons, in the words of the list; nothing where none was given. */
export function ReasonLine({ ui, reasons }: { ui: Ui; reasons: readonly string[] }) {
  if (reasons.length === 0) return null;
  return <p>{ui.t.write.reason(reasons.map((code) => ui.reason(code)).join(', '))}</p>;
}
