/** A mail to one person. Text only: nothing in it is fetched when it is read, and nobody learns that it was. */
export interface Letter {
  /** A UUID: the same for each attempt, so that a person who gets it twice sees it once. */
  id: string;
  to: string;
  /** Who writes, as the reader's program shows it: the name of the forum. */
  from: string;
  subject: string;
  text: string;
  language: 'fr' | 'en';
  /** Where one POST stops letters of this kind (RFC 8058), and a page asks before it does. */
  unsubscribe: string;
}

/** The server did not take it. Says nothing of the address or of the letter, so that it may stand in a log. */
export class NotTaken extends Error {
  constructor(
    reason: string,
    /** This address will not be taken tomorrow either. */
    readonly forGood: boolean,
  ) {
    super(`the mail server took no letter: ${reason}`);
    this.name = 'NotTaken';
  }
}
