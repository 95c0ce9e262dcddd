/** A number as a French page writes it, with the narrow no-break space of its thousands. */
export const frenchNumber = new Intl.NumberFormat('fr-FR');
export const englishNumber = new Intl.NumberFormat('en-GB');

/** Below a thousand nothing stands between the digits, and the format takes longer than all else in a line. */
function written(format: Intl.NumberFormat, count: number): string {
  return Number.isInteger(count) && count >= 0 && count < 1_000 ? String(count) : format.format(count);
}

/** « 0 message, 1 message, 2 messages »: in French the plural begins at two. */
export function frenchCount(count: number, one: string, many: string): string {
  return `${written(frenchNumber, count)}\u00a0${count < 2 ? one : many}`;
}

/** « de Bastien », « d’Amina »: a name after « de ». */
export function frenchOf(name: string): string {
  return /^[aeiouhàâäéèêëîïôöùûüœæ]/i.test(name) ? `d’${name}` : `de ${name}`;
}

export function englishCount(count: number, one: string, many: string): string {
  return `${written(englishNumber, count)} ${count === 1 ? one : many}`;
}

/** « de Metz », « d’Ostremont », « du Havre », « des Lilas »: a town after « de ». */
export function frenchOfTown(town: string): string {
  if (town.startsWith('Le ')) return `du ${town.slice(3)}`;
  return town.startsWith('Les ') ? `des ${town.slice(4)}` : frenchOf(town);
}

/** « Mairie de Metz », « Mairie d’Ostremont », « Mairie du Havre »: as a French letter calls it, in every language. */
export function frenchTownHall(town: string): string {
  return `Mairie ${frenchOfTown(town)}`;
}
