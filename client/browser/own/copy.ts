import { announce } from '../kit/announce.ts';

/** Shows the buttons that copy a field. They are drawn hidden, because without scripts they do nothing. */
export function showCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) button.hidden = false;
}

/** Listens on the document, because the live follow page replaces its parts, the buttons too. */
export function startCopying(): void {
  showCopying();
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null;
    const field = document.querySelector<HTMLTextAreaElement>(`#${button?.dataset.copy ?? 'none'}`);
    if (button === null || field === null) return;
    field.select();
    // Over plain http browsers give no access to the clipboard: the address is selected, so that the reader can copy
    // it with one key.
    void navigator.clipboard?.writeText(field.value).then(
      () => announce((button.textContent = button.dataset.copied ?? '')),
      () => undefined,
    );
  });
}
