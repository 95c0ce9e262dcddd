/** Why a file is not taken. Each has its words in client/locales, with what to do about it. */
export type Refusal =
  | 'empty'
  | 'too-large'
  | 'too-large-together'
  | 'too-many'
  | 'not-now'
  | 'too-many-pages'
  | 'too-many-pixels'
  | 'unpacks-too-large'
  | 'password'
  | 'old-office'
  | 'macros'
  | 'embedded'
  | 'entities'
  | 'heic'
  | 'markup'
  | 'archive'
  | 'program'
  | 'sound'
  | 'harmful'
  | 'unknown'
  | 'broken'
  | 'took-too-long'
  | 'needs-too-much';

/** Thrown by all that cleans: this file cannot be made clean, or is none of the kinds that are taken. */
export class Refused extends Error {
  constructor(readonly why: Refusal) {
    super(why);
    this.name = 'Refused';
  }
}
