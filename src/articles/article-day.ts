const [FIRST, LAST] = ['1900-01-01', '2101-01-01'].map((day) => new Date(`${day}T00:00:00Z`)) as [Date, Date];

/** Whether an article can have appeared then. PostgreSQL has no year −5000, and a feed that says so is mistaken. */
export function isArticleDate(date: Date): boolean {
  return date >= FIRST && date < LAST;
}

/** The noon of a day of the calendar from 1900 to 2100, `2026-11-22`; null for any other text. */
export function articleDay(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const noon = new Date(`${text}T12:00:00Z`);
  // The 30th of February is read as a day of March.
  return isArticleDate(noon) && noon.toISOString().startsWith(text) ? noon : null;
}
