import { markSent } from './sent-mark.ts';
import { Shelf } from '../kit/shelf.ts';

interface SentKey {
  content: string;
  key: string;
}

const LAST = 'palabre:key:';
const journey = new Shelf(() => sessionStorage);

/** Sends a form that shows what it sends: once, however often the button is pressed. */
export function startSending(form: HTMLFormElement): void {
  let sending = false;
  form.addEventListener('submit', (event) => {
    if (sending) event.preventDefault();
    sending = true;
    markSent(form);
  });
  addEventListener('pageshow', () => {
    sending = false;
  });
}

/** Lets a form to write in be sent by one press: a script can make the key, so the preview is not needed. */
export function startWriting(form: HTMLFormElement): void {
  const send = form.querySelector<HTMLButtonElement>('[data-send]');
  if (send !== null) send.hidden = false;
  let sending = false;
  const place = LAST + (form.dataset.writing ?? '');
  // A key that a preview has brought belongs to the text that was previewed.
  const brought = form.querySelector<HTMLInputElement>('input[name="key"]')?.value;
  if (brought !== undefined) journey.write(place, { content: contentOf(form), key: brought } satisfies SentKey);

  form.addEventListener('submit', (event) => {
    if (sending) {
      event.preventDefault();
      return;
    }
    sending = true;
    if (isPreview(event.submitter)) return;
    markSent(form);
    // A correction names the version that it read and needs no key.
    if (send === null) return;
    const content = contentOf(form);
    // Whoever goes back and sends the same text again repeats the same submission; another text makes another one.
    const last = journey.read<SentKey>(place);
    const key = last?.content === content ? last.key : newKey();
    keyField(form).value = key;
    journey.write(place, { content, key } satisfies SentKey);
  });
  addEventListener('pageshow', () => {
    sending = false;
  });
  form.addEventListener('keydown', (event) => {
    // A title is one line, though its field may be taller than that.
    const ends =
      event.ctrlKey ||
      event.metaKey ||
      (event.target instanceof HTMLElement && event.target.closest('.long') !== null);
    if (event.key !== 'Enter' || !ends || event.isComposing) return;
    event.preventDefault();
    (send ?? form.querySelector<HTMLButtonElement>('button[type="submit"]'))?.click();
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
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
}
