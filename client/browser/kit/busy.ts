/** Whether somebody is using this part of the page: it has the focus, or a typed text or a choice that is not sent. */
export function isBusy(part: Element): boolean {
  return (part.contains(document.activeElement) && document.activeElement !== document.body) || isTyped(part);
}

/** Whether this part has a typed text or a choice that is not sent. */
export function isTyped(part: Element): boolean {
  for (const field of part.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(
    'textarea, input:not([type="hidden"])',
  )) {
    if (field.value !== field.defaultValue) return true;
    if (field instanceof HTMLInputElement && field.checked !== field.defaultChecked) return true;
  }
  return [...part.querySelectorAll('option')].some(
    (option) => option.selected !== option.defaultSelected && option.index > 0,
  );
}
