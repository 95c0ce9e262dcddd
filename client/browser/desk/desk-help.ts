import type { Hand } from './desk-hand.ts';

/**
 * Shows the list of keys from the foot of the queue over the part of the page that is read. Closing it gives the focus
 * back.
 */
export function toggleHelp(hand: Hand): boolean {
  const open = dialog();
  if (open !== null) {
    open.close();
    return true;
  }
  const list = document.querySelector<HTMLElement>('[data-keys]');
  const keys = list?.querySelector('[data-keys-list]');
  if (!list || !keys) return false;
  const panel = document.createElement('dialog');
  panel.className = 'keys ui';
  panel.dataset.keysHelp = '';
  panel.ariaLabel = list.getAttribute('aria-label');
  const copy = keys.cloneNode(true) as HTMLElement;
  for (const link of copy.querySelectorAll('a')) link.remove();
  const close = document.createElement('button');
  close.className = 'b';
  close.type = 'button';
  close.textContent = list.dataset.close ?? '';
  close.addEventListener('click', () => panel.close());
  panel.addEventListener('close', () => {
    panel.remove();
    // The list may have been drawn anew below, and what had the focus is not there any more.
    if (document.activeElement === document.body) hand.card?.focus({ preventScroll: true });
  });
  panel.append(copy, close);
  document.body.append(panel);
  panel.showModal();
  return true;
}

export function isHelpOpen(): boolean {
  return dialog() !== null;
}

function dialog(): HTMLDialogElement | null {
  return document.querySelector<HTMLDialogElement>('dialog[data-keys-help]');
}
