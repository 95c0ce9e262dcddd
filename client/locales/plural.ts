/** A number as a French page writes it, with the narrow no-break space of its thousands. */
export const frenchNumber = new Intl.NumberFormat('fr-FR');
export const englishNumber = new Intl.NumberFormat('en-GB');

/** « 0 message, 1 message, 2 messages »: in French the plural begins at two. */
export function frenchCount(count: number, one: string, many: string): string {
  return `${frenchNumber.format(count)}\u00a0${count < 2 ? one : many}`;
}

/** « de Bastien », « d’Amina »: a name after « de ». */
export function frenchOf(name: string): string {
  return /^[aeiouhàâäéèêëîïôöùûüœæ]/i.test(name) ? `d’${name}` : `de ${name}`;
}

export function englishCount(count: number, one: string, many: string): string {
  return `${englishNumber.format(count)} ${count === 1 ? one : many}`;
}
