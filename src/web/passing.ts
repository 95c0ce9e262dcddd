/** Not an error of anybody: this door sends the visitor to another one. `to` is a path of ours, never a whole address. */
export class SeeOther extends Error {
  constructor(readonly to: string) {
    super('see other');
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
