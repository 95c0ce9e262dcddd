import { markSent } from './draft.ts';

/** A form to write in, where sending takes one press: the preview is optional once a script can make the key. */
export function startWriting(form: HTMLFormElement): void {
  const send = form.querySelector<HTMLButtonElement>('[data-send]');
  if (send !== null) send.hidden = false;
  let sending = false;
  let sent = '';

  form.addEventListener('submit', (event) => {
    if (sending) {
      event.preventDefault();
      return;
    }
    sending = true;
    if (isPreview(event.submitter)) return;
    const content = contentOf(form);
    // Coming back and sending the same again is the same submission; another text is another one.
    const key = keyField(form);
    if (key.value === '' || (sent !== '' && sent !== content)) key.value = newKey();
    sent = content;
    markSent(form);
  });
  addEventListener('pageshow', () => {
    sending = false;
  });
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    send?.click();
  });
}

function isPreview(button: HTMLElement | null): boolean {
  return button instanceof HTMLButtonElement && button.name === 'action' && button.value === 'preview';
}

function contentOf(form: HTMLFormElement): string {
  return JSON.stringify([...new FormData(form)].filter(([name]) => name !== 'key'));
}

function keyField(form: HTMLFormElement): HTMLInputElement {
  const standing = form.querySelector<HTMLInputElement>('input[name="key"]');
  if (standing !== null) return standing;
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'key';
  // Some browsers refill fields after a reload, and an old key would refuse a new text.
  field.autocomplete = 'off';
  form.append(field);
  return field;
}

/** 192 random bits in the alphabet of keys. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_');
}
