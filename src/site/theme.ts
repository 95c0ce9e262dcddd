/** What a workshop or a case is about: a list that administrators edit, in both languages. */
export interface Theme {
  code: string;
  fr: string;
  en: string;
  position: number;
  /** Those that are switched off are not offered any more, but their words stand where they were used. */
  active: boolean;
}
