/**
 * Fetches what helps to write when somebody begins to write in the form, or to type what it is for: readers do without.
 */
export function startHelp(form: HTMLFormElement): void {
  const text = form.querySelector<HTMLTextAreaElement>('textarea[name="text"]');
  const title = form.querySelector<HTMLTextAreaElement>('[name="title"]');
  let isHelped = false;
  const help = (): void => {
    if (isHelped || text === null) return;
    isHelped = true;
    void import('./aids.ts').then(({ startPreview, startToolbar }) => {
      startToolbar(form, text);
      startPreview(form, text);
    });
  };
  text?.addEventListener('focus', help, { once: true });
  // A draft that comes back is shown as everyone will see it.
  text?.addEventListener('input', help, { once: true });
  const begins = (): void => {
    if (text === null || !/[@#]/.test(text.value.charAt(text.selectionStart - 1))) return;
    text.removeEventListener('input', begins);
    void import('./completion.ts').then(({ startCompletion }) => startCompletion(form, text));
  };
  text?.addEventListener('input', begins);
  title?.addEventListener(
    'input',
    () => void import('./similar.ts').then(({ startSimilar }) => startSimilar(form, title)),
    { once: true },
  );
}
