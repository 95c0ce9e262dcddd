const number = (value: number, digits = 0): string =>
  new Intl.NumberFormat('fr-FR', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);

/** Towns: their page, and the field that names one. */
export const towns = {
  lede: (department: string, code: string, region: string) =>
    department === region ? `${department} (${code})` : `${department} (${code}), ${region}`,
  empty: 'Rien n’est encore paru ici sur cette commune.',
  toThreads: 'Voir les sujets, ou en ouvrir un',
  aside: 'La commune',
  threads: 'Sujets',
  facts: 'Repères',
  department: 'Département',
  region: 'Région',
  postal: (count: number): string => (count > 1 ? 'Codes postaux' : 'Code postal'),
  people: 'Habitant·es',
  count: (people: number) => number(people),
  position: 'Situation',
  degrees: (latitude: number, longitude: number) =>
    `${number(Math.abs(latitude), 2)}° ${latitude < 0 ? 'S' : 'N'}, ${number(Math.abs(longitude), 2)}° ${longitude < 0 ? 'O' : 'E'}`,
  approximate: 'Position approchée : elle peut être à quelques kilomètres.',
  field: 'Commune',
  fieldHint: 'Son nom, son code postal ou son code INSEE, avec ou sans accents.',
  another: 'Une autre commune : je l’écris de nouveau',
  /** Said to who listens while typing; `#` is the number. */
  oneFound: '1 commune proposée, flèche vers le bas pour la choisir',
  manyFound: '# communes proposées, flèche vers le bas pour choisir',
  noneFound: 'aucune commune proposée',
};
