import { readHtml } from '../kit/fragment.ts';

/** Shows the text as everyone will see it, drawn by the server's own renderer while somebody writes. */
export function startPreview(form: HTMLFormElement, text: HTMLTextAreaElement): void {
  const frame = form.querySelector<HTMLElement>('[data-preview]');
  const place = frame?.querySelector<HTMLElement>('[data-preview-text]') ?? null;
  if (frame === null || place === null) return;
  let timer = 0;
  let asking: AbortController | null = null;

  const ask = async (): Promise<void> => {
    asking?.abort();
    frame.hidden = text.value.trim() === '';
    if (frame.hidden) return;
    asking = new AbortController();
    try {
      const answer = await fetch('/api/preview', {
        method: 'POST',
        signal: asking.signal,
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ text: text.value }),
      });
      // After a refusal (too long, too fast) the last preview stays; sending the form will say what is wrong.
      if (!answer.ok) return;
      const { html } = (await answer.json()) as { html: string };
      place.replaceChildren(...[...readHtml(html).body.childNodes].map((node) => document.importNode(node, true)));
    } catch {
      // The request was aborted by a newer one, or the server is away: the form works without.
    }
  };
  const askSoon = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), 300);
  };
  text.addEventListener('input', askSoon);
  // The text was typed, or brought back, before this script was there.
  if (text.value !== text.defaultValue) askSoon();
}
