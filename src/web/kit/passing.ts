/** Not a mistake: this address sends the visitor to another one. `to` is a path of ours, never a whole address. */
export class SeeOther extends Error {
  constructor(readonly to: string) {
    super('see other');
  }
}

/** The page stands at another address of ours: an old title, a page number where none is needed. */
export class Moved extends Error {
  constructor(readonly to: string) {
    super('moved');
  }
}

/** Nobody has set the site up yet. */
export class NotSetUp extends Error {
  constructor() {
    super('not set up');
  }
}

/** A request that comes from a page of another site, or that hides where it comes from. */
export class FromElsewhere extends Error {
  constructor() {
    super('from elsewhere');
  }
}
