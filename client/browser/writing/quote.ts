import { quote } from '../../../src/markup/quote.ts';
import { fetchPage } from '../kit/fragment.ts';

/**
 * « Répondre » and « Citer » bring the form of this page to the post instead of opening another page; « Citer » puts
 * the selected words, or the whole post, into it.
 */
export function startQuoting(): void {
  // Pressing a link empties the selection in some browsers, so it is read before that.
  let before = selection();
  document.addEventListener('pointerdown', () => (before = selection()), { capture: true });
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-quote], a[data-reply]') : null;
    const field = document.querySelector<HTMLTextAreaElement>('form[data-writing^="reply:"] textarea[name="text"]');
    const post = link?.closest<HTMLElement>('article') ?? null;
    if (link === null || field === null || post === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const number = link.dataset.quote ?? link.dataset.reply ?? '';
    bring(field, post);
    if (link.dataset.reply !== undefined || field.value.trim() === '') answer(field, number);
    if (link.dataset.reply !== undefined) return field.focus();
    const chosen = [selection(), before].find(
      ({ words, place }) => words !== '' && post.querySelector('.text')?.contains(place),
    );
    if (chosen !== undefined) insert(field, quote(chosen.words, sourceOf(post)));
    else {
      void wholePost(link.href).then(
        (text) => insert(field, text),
        () => location.assign(link.href),
      );
    }
  });
}

function selection(): { words: string; place: Node | null } {
  const chosen = document.getSelection();
  return { words: chosen?.toString().trim() ?? '', place: chosen?.anchorNode ?? null };
}

function sourceOf(post: HTMLElement): { name: string; thread: number; number: number; label: string } {
  return {
    name: post.querySelector('.who')?.textContent?.trim() ?? '',
    thread: Number(document.querySelector<HTMLElement>('[data-live-thread]')?.dataset.liveThread),
    number: Number(post.id.slice('post-'.length)),
    label: post.querySelector('.nr')?.lastChild?.textContent ?? '',
  };
}

/** The form page that the link leads to holds the quote of the whole post, in its words alone. */
async function wholePost(address: string): Promise<string> {
  const { page } = await fetchPage(address);
  const text = page.querySelector<HTMLTextAreaElement>('form[data-writing] textarea[name="text"]')?.value;
  if (text === undefined || text === '') throw new Error('the form page holds no quote');
  return text;
}

/** At the caret, with an empty line before; what was typed stays. */
function insert(field: HTMLTextAreaElement, text: string): void {
  const before = field.value.slice(0, field.selectionStart).trimEnd();
  const lead = before === '' ? '' : '\n\n';
  field.setRangeText(`${lead}${text.trimEnd()}\n\n`, before.length, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
}

/** The box stands below the post that it answers, in the post's own line: what comes later comes behind it. */
function bring(field: HTMLTextAreaElement, post: HTMLElement): void {
  const box = field.form?.closest<HTMLElement>('section') ?? field.form;
  if (box !== null && box !== undefined) post.after(box);
}

/** When the text begins with a quote, it becomes an answer to that post. */
function answer(field: HTMLTextAreaElement, number: string): void {
  if (field.form === null) return;
  const said = field.form.querySelector<HTMLElement>('[data-replying]');
  if (said !== null) {
    said.textContent = (said.dataset.replying ?? '').replace('{number}', number);
    said.hidden = false;
  }
  const hidden =
    field.form.querySelector<HTMLInputElement>('input[name="replyTo"]') ?? document.createElement('input');
  hidden.type = 'hidden';
  hidden.name = 'replyTo';
  hidden.autocomplete = 'off';
  hidden.value = number;
  field.form.append(hidden);
}
