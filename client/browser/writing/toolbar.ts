interface Mark {
  before: string;
  after: string;
  /** Whether its sign stands at the start of each line, and not around the words. */
  lines?: boolean;
}

const MARKS: Record<string, Mark> = {
  bold: { before: '**', after: '**' },
  italic: { before: '*', after: '*' },
  link: { before: '[', after: '](https://)' },
  list: { before: '* ', after: '', lines: true },
  quote: { before: '> ', after: '', lines: true },
  code: { before: '`', after: '`' },
};
const KEYS: Record<string, string> = { b: 'bold', i: 'italic', k: 'link' };

/** Shows the buttons above a text, and makes the usual keys do the same. Loaded when somebody begins to write. */
export function startToolbar(form: HTMLFormElement, field: HTMLTextAreaElement): void {
  const bar = form.querySelector<HTMLElement>('[data-marks]');
  if (bar === null) return;
  bar.hidden = false;
  bar.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-mark]') : null;
    if (button !== null) put(field, button.dataset.mark ?? '');
  });
  field.addEventListener('keydown', (event) => {
    const name = KEYS[event.key.toLowerCase()];
    if (name === undefined || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    put(field, name);
  });
}

function put(field: HTMLTextAreaElement, name: string): void {
  const mark = MARKS[name];
  if (mark === undefined) return;
  const { selectionStart: start, selectionEnd: end } = field;
  if (mark.lines === true) putBeforeLines(field, mark.before);
  else {
    const words = field.value.slice(start, end);
    field.setRangeText(`${mark.before}${words}${mark.after}`, start, end, 'end');
    const from = start + mark.before.length;
    // Of a link the address is typed next, of anything else the words.
    if (name === 'link' && words !== '') field.setSelectionRange(field.selectionEnd - 9, field.selectionEnd - 1);
    else field.setSelectionRange(from, from + words.length);
  }
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
}

function putBeforeLines(field: HTMLTextAreaElement, before: string): void {
  const start = field.value.lastIndexOf('\n', field.selectionStart - 1) + 1;
  const words = field.value.slice(start, field.selectionEnd);
  field.setRangeText(words.replace(/^/gm, before), start, field.selectionEnd, 'end');
}
