/** Who may come together with one registration. */
export const MOST_PERSONS = 5;

export const ANSWERS = ['yes', 'maybe'] as const;
export type RegistrationAnswer = (typeof ANSWERS)[number];

/** When somebody wants to be reminded: the day before, two hours before. */
export const REMINDS = ['day', 'hours'] as const;
export type Remind = (typeof REMINDS)[number];
