/**
 * What can go wrong, by meaning. No HTTP in here: src/web turns each of these into a page.
 * `code` names a text of the catalogue (client/locales), `detail` fills its blanks.
 */
export abstract class Problem extends Error {
  constructor(
    readonly code: string,
    readonly detail: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = new.target.name;
  }
}

/** It does not exist, or not for this visitor: the two must not be told apart. */
export class NotFound extends Problem {
  constructor() {
    super('not-found');
  }
}

/** This visitor may see it, but may not do this to it. */
export class Forbidden extends Problem {}

/** The input is wrong; `fields` says which field, with a code of the catalogue for each. */
export class Invalid extends Problem {
  constructor(
    readonly fields: Record<string, string>,
    detail: Record<string, string | number> = {},
  ) {
    super('invalid', detail);
  }

  /** With what else is wrong; of a field that both name, what was said first stays. */
  and({ fields, detail }: Invalid): this {
    Object.assign(this.fields, { ...fields, ...this.fields });
    Object.assign(this.detail, { ...detail, ...this.detail });
    return this;
  }
}

/** Somebody was quicker: already decided, corrected since, or the same key with another content. */
export class Conflict extends Problem {}

/** Too many at once; `detail.seconds` says when to try again. */
export class TooMany extends Problem {}

/** So much is being made already that this has to wait; `detail.seconds` says when to try again. */
export class Busy extends Problem {}
