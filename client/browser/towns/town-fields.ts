/** Adds suggestions to fields that name a town; pages without such a field never load that script. */
export function startTownFields(): void {
  const places = document.querySelectorAll<HTMLElement>('[data-town]');
  if (places.length > 0) void import('./town-names.ts').then(({ startTownNames }) => places.forEach(startTownNames));
}
