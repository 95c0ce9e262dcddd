/** The address of a slice of a list, and of the one after it. There is no way back but to the newest. */
export function sliceAddress(
  base: string,
  before: string | null,
  next: string | null,
  joint: '?' | '&' = '?',
): { address: string; next: string | null } {
  const at = (cursor: string): string => `${base}${joint}before=${encodeURIComponent(cursor)}`;
  return { address: before === null ? base : at(before), next: next === null ? null : at(next) };
}
