import { quote } from '../../../src/markup/quote.ts';
import { fetchPage } from '../kit/fragment.ts';
import type { Selected } from './answering.ts';

/** Puts the words that were selected in the post, or the whole post, into the form. */
export async function quotePost(
  field: HTMLTextAreaElement,
  post: HTMLElement,
  formPage: string,
  selected: readonly Selected[],
): Promise<void> {
  const chosen = selected.find(({ words, place }) => words !== '' && post.querySelector('.text')?.contains(place));
  insert(field, chosen === undefined ? await wholePost(formPage) : quote(chosen.words, sourceOf(post)));
}

function sourceOf(post: HTMLElement): { name: string; thread: number; number: number; label: string } {
  return {
    name: post.querySelector('.who')?.textContent?.trim() ?? '',
    thread: Number(document.querySelector<HTMLElement>('[data-live-thread]')?.dataset.liveThread),
    number: Number(post.id.slice('post-'.length)),
    label: post.querySelector('.nr')?.lastChild?.textContent ?? '',
  };
}

/** The quote of a whole post: it stands in the form on the page that the link leads to. */
async function wholePost(address: string): Promise<string> {
  const { page } = await fetchPage(address);
  const text = page.querySelector<HTMLTextAreaElement>('form[data-writing] textarea[name="text"]')?.value;
  if (text === undefined || text === '') throw new Error('the form page holds no quote');
  return text;
}

/** Inserts the quote at the caret, with an empty line before it; what was typed stays. */
function insert(field: HTMLTextAreaElement, text: string): void {
  const before = field.value.slice(0, field.selectionStart).trimEnd();
  const lead = before === '' ? '' : '\n\n';
  field.setRangeText(`${lead}${text.trimEnd()}\n\n`, before.length, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
}
