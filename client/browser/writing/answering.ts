export interface Selected {
  words: string;
  place: Node | null;
}

/**
 * « Répondre » and « Citer » bring the form of this page to the post instead of opening another page; what « Citer »
 * puts into it is fetched when it is first pressed.
 */
export function startAnswering(): void {
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
    const selected = [selection(), before];
    bring(field, post);
    if (link.dataset.reply !== undefined || field.value.trim() === '')
      answer(field, link.dataset.quote ?? link.dataset.reply ?? '');
    // At once: phones show their keyboard only for a field that gets the focus while it is pressed.
    field.focus();
    if (link.dataset.reply !== undefined) return;
    import('./quote.ts')
      .then(({ quotePost }) => quotePost(field, post, link.href, selected))
      .catch(() => location.assign(link.href));
  });
}

function selection(): Selected {
  const chosen = document.getSelection();
  return { words: chosen?.toString().trim() ?? '', place: chosen?.anchorNode ?? null };
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
