import { quote } from '../../src/markup/quote.ts';
import { fetchPage } from './fragment.ts';

/** « Citer » puts the selected words, or the whole post, into the form of this page instead of opening another page. */
export function startQuoting(): void {
  // Pressing a link empties the selection in some browsers, so it is read before that.
  let before = selection();
  document.addEventListener('pointerdown', () => (before = selection()), { capture: true });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-quote]') : null;
    const field = document.querySelector<HTMLTextAreaElement>('form[data-writing^="reply:"] textarea[name="text"]');
    const post = link?.closest<HTMLElement>('article') ?? null;
    if (link === null || field === null || post === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const chosen = [selection(), before].find(({ words, place }) => words !== '' && post.querySelector('.text')?.contains(place));
    if (chosen !== undefined) insert(field, quote(chosen.words, sourceOf(post)), link);
    else {
      void wholePost(link.href).then((text) => insert(field, text, link), () => location.assign(link.href));
    }
  });
}

function selection(): { words: string; place: Node | null } {
  const chosen = document.getSelection();
  return { words: chosen?.toString().trim() ?? '', place: chosen?.anchorNode ?? null };
}

function sourceOf(post: HTMLElement): { name: string; thread: number; number: number } {
  return {
    name: post.querySelector('.who')?.textContent?.trim() ?? '',
    thread: Number(document.querySelector<HTMLElement>('[data-live-thread]')?.dataset.liveThread),
    number: Number(post.id.slice('post-'.length)),
  };
}

/** The form page that the link leads to holds the quote of the whole post, with its links and emphasis. */
async function wholePost(address: string): Promise<string> {
  const { page } = await fetchPage(address);
  const text = page.querySelector<HTMLTextAreaElement>('form[data-writing] textarea[name="text"]')?.value;
  if (text === undefined || text === '') throw new Error('the form page holds no quote');
  return text;
}

/** At the caret, with an empty line before; what was typed stays. Whoever begins with a quote answers that post. */
function insert(field: HTMLTextAreaElement, text: string, link: HTMLAnchorElement): void {
  if (field.value.trim() === '') answer(field, link.dataset.quote ?? '');
  const before = field.value.slice(0, field.selectionStart).trimEnd();
  const lead = before === '' ? '' : '\n\n';
  field.setRangeText(`${lead}${text.trimEnd()}\n\n`, before.length, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
}

function answer(field: HTMLTextAreaElement, number: string): void {
  const standing = field.form?.querySelector<HTMLInputElement>('input[name="replyTo"]') ?? null;
  if (field.form === null || standing !== null) return;
  const hidden = document.createElement('input');
  hidden.type = 'hidden';
  hidden.name = 'replyTo';
  hidden.autocomplete = 'off';
  hidden.value = number;
  field.form.append(hidden);
}
