/**
 * Writes the template texts of the chosen reasons into the field of the remark, where the moderator can change them. A
 * text that the moderator has typed is never replaced. Without this script the server uses the same texts for an empty
 * remark.
 */
export function startReasonWords(): void {
  document.addEventListener('change', ({ target }) => {
    const choice =
      target instanceof HTMLInputElement && target.name === 'reason'
        ? target.closest<HTMLElement>('[data-reasons]')
        : null;
    const remark = choice?.closest('form')?.querySelector<HTMLTextAreaElement>('textarea[name="remark"]');
    if (choice === null || remark === null || remark === undefined) return;
    if (remark.value.trim() !== (choice.dataset.reasonsSaid ?? '')) return;
    const words = [...choice.querySelectorAll<HTMLInputElement>('input:checked')]
      .map(({ value }) => bodyOf(value))
      .filter((body) => body !== '');
    remark.value = words.join('\n\n');
    choice.dataset.reasonsSaid = remark.value.trim();
  });
}

function bodyOf(reason: string): string {
  return document.querySelector(`[data-reason-body="${CSS.escape(reason)}"]`)?.textContent ?? '';
}
