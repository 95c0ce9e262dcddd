import type { HTMLElement } from 'node-html-parser';

export interface FilledForm {
  action: string;
  /** What a browser would send, buttons left out. */
  fields: Record<string, string>;
}

/** The first form of a page that has a field of this name, filled as a browser without scripts shows it. */
export function formWith(page: HTMLElement, field: string): FilledForm {
  const form = page.querySelectorAll('form').find((each) => each.querySelector(`[name="${field}"]`) !== null);
  if (form === undefined) throw new Error(`no form has ${field}`);
  const fields: Record<string, string> = {};
  for (const input of form.querySelectorAll('input, textarea')) {
    // A field for files that is left empty is sent by forms with files alone.
    if (input.getAttribute('type') === 'file') continue;
    if (/^(radio|checkbox)$/.test(input.getAttribute('type') ?? '') && !input.hasAttribute('checked')) continue;
    const value =
      input.tagName === 'TEXTAREA' ? input.textContent.replace(/^\n/, '') : (input.getAttribute('value') ?? '');
    fields[input.getAttribute('name') ?? ''] = value;
  }
  return { action: form.getAttribute('action') ?? '', fields };
}

/** The same of a form whose fields repeat, with what is chosen in its lists. */
export function listsIn(page: HTMLElement, field: string): { action: string; fields: Record<string, string[]> } {
  const form = page.querySelectorAll('form').find((each) => each.querySelector(`[name="${field}"]`) !== null);
  const values: Record<string, string[]> = {};
  for (const input of form?.querySelectorAll('input, textarea, select') ?? []) {
    if (/^(radio|checkbox)$/.test(input.getAttribute('type') ?? '') && !input.hasAttribute('checked')) continue;
    const value =
      input.tagName === 'TEXTAREA'
        ? input.textContent.replace(/^\n/, '')
        : input.tagName === 'SELECT'
          ? (input.querySelector('[selected]')?.getAttribute('value') ?? '')
          : (input.getAttribute('value') ?? '');
    (values[input.getAttribute('name') ?? ''] ??= []).push(value);
  }
  return { action: form?.getAttribute('action') ?? '', fields: values };
}
