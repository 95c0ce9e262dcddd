import { fetchPage } from '../kit/fragment.ts';

/** The thread so far and the author's history, asked for when somebody opens the context of a card. */
export function startContexts(): void {
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.open) return;
      const { context } = target.dataset;
      if (context !== undefined) void fill(target, context);
    },
    true,
  );
}

async function fill(details: HTMLDetailsElement, address: string): Promise<void> {
  delete details.dataset.context;
  try {
    const { page } = await fetchPage(address);
    const part = page.querySelector('[data-context-part]');
    if (part !== null) details.querySelector('.before')?.replaceWith(document.importNode(part, true));
  } catch {
    // The link to the same page stays where it is.
    details.dataset.context = address;
  }
}
