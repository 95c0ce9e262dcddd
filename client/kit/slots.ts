/** Finds the slots of a page; the only group is the slot's name. */
export const SLOT_MARKER = /<!--slot:([a-z]+(?:-\d+)?)-->/g;

/**
 * Puts personal fragments into the slots of a page; a slot without a fragment becomes nothing. Fragments are not
 * looked at again, so that no fragment can name another's slot.
 */
export function fillSlots(html: string, fragments: Readonly<Record<string, string>>): string {
  return html.replace(SLOT_MARKER, (_, name: string) =>
    Object.hasOwn(fragments, name) ? (fragments[name] ?? '') : '',
  );
}
