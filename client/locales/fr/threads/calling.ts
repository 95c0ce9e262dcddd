/** What a thread calls for: a petition, a date. */
export const calling = {
  heading: 'Appel',
  title: 'Appel à l’action',
  lede: (title: string) => `Un lien au-dessus des messages de « ${title} », jusqu’à un jour : une pétition, une date.`,
  url: 'Adresse',
  urlHint:
    'L’adresse entière, comme https://www.exemple.org/petition. Personne n’y est envoyé sans cliquer, et rien n’en est chargé.',
  words: 'Ce que dit le lien',
  wordsHint: 'De 3 à 80 caractères.',
  untilDay: 'Dernier jour',
  set: 'Poser l’appel',
  takeAway: 'Retirer l’appel',
  at: (host: string) => `sur ${host}`,
  until: (day: string) => `jusqu’au ${day}`,
};
