import { readElement } from '../kit/fragment.ts';

const PAUSE = 500;
const FEWEST_LETTERS = 4;

/** Shows threads like the one that is being opened, while its title is written; the preview shows them, too. */
export function startSimilar(form: HTMLFormElement, title: HTMLInputElement | HTMLTextAreaElement): void {
  const place = form.querySelector<HTMLElement>('[data-similar]');
  if (place === null) return;
  let timer = 0;
  let asking: AbortController | null = null;

  const ask = async (): Promise<void> => {
    asking?.abort();
    const typed = title.value.trim();
    if (typed.length < FEWEST_LETTERS) return place.replaceChildren();
    asking = new AbortController();
    try {
      const answer = await fetch(`/search/similar?title=${encodeURIComponent(typed.slice(0, 300))}`, {
        credentials: 'same-origin',
        signal: asking.signal,
        headers: { accept: 'text/html' },
      });
      if (!answer.ok) return;
      const found = readElement(await answer.text());
      place.replaceChildren(...(found === null ? [] : [found]));
    } catch {
      // The request was aborted by a newer one, or the server is away: the form works without.
    }
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), PAUSE);
  };
  title.addEventListener('input', soon);
  soon();
}
