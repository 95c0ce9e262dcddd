/** The sections of articles that stand elsewhere. */
export const section = {
  about: (title: string) => `« ${title} »`,
};
