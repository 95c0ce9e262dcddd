/** « Provence-Alpes-Côte d'Azur » is `provence-alpes-cote-d-azur` in addresses. */
export function regionSlug(region: string): string {
  const plain = region.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '');
}
