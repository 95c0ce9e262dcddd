/** Somebody is at work in this part of the page: it has the focus, or something typed or chosen that is not sent. */
export function isBusy(part: Element): boolean {
  if (part.contains(document.activeElement) && document.activeElement !== document.body) return true;
  for (const field of part.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input:not([type="hidden"])')) {
    if (field.value !== field.defaultValue) return true;
    if (field instanceof HTMLInputElement && field.checked !== field.defaultChecked) return true;
  }
  return [...part.querySelectorAll('option')].some((option) => option.selected !== option.defaultSelected && option.index > 0);
}
