import { type Proposal, propose } from '../kit/proposals.ts';

/** A word that begins with a sign, up to where somebody types. */
const BEGUN = /(?:^|[\s(«“'’])([@#])([\p{L}\p{M}\p{N}_.'’-]{0,40})$/u;

/**
 * Completes `@` by the people of the thread and `#` by the tags in use, while somebody types. Fetched when one of the
 * signs is first typed; everything can be typed without it.
 */
export function startCompletion(form: HTMLFormElement, field: HTMLTextAreaElement): void {
  const words = form.querySelector<HTMLElement>('[data-completes]');
  if (words === null) return;
  const begun = (): RegExpExecArray | null => BEGUN.exec(field.value.slice(0, field.selectionStart));
  const askSoon = propose(field, {
    named: { as: words.dataset['name'] ?? '' },
    words: words.dataset,
    taking: ['Enter', 'Tab'],
    ask(signal) {
      const [, sign, start = ''] = begun() ?? [];
      const address = sign === undefined ? null : addressOf(form, sign, start);
      return address === null ? null : read(address, signal);
    },
    take(value) {
      const typed = begun();
      if (typed === null) return;
      const end = field.selectionStart;
      const start = end - (typed[1] ?? '').length - (typed[2] ?? '').length;
      field.setRangeText(`${value} `, start, end, 'end');
      // As after typing, so that the preview and the draft notice it.
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
  });
  askSoon();
}

/**
 * The address of the proposals; null where there are none: people are those of a thread, and a new thread has none yet.
 */
function addressOf(form: HTMLFormElement, sign: string, start: string): string | null {
  const query = `?q=${encodeURIComponent(start)}`;
  if (sign === '#') return `/tags.json${query}`;
  const [, thread] = /\/thread\/(\d+)\//.exec(form.getAttribute('action') ?? '') ?? [];
  return thread === undefined ? null : `/thread/${thread}/people.json${query}`;
}

async function read(address: string, signal: AbortSignal): Promise<Proposal[] | null> {
  try {
    const answer = await fetch(address, { credentials: 'same-origin', signal });
    return answer.ok ? ((await answer.json()) as string[]).map((value) => ({ value })) : null;
  } catch {
    return null;
  }
}
