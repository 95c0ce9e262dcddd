import { AsyncLocalStorage } from 'node:async_hooks';

/** Set for this transaction only, because pages use the same connections. */
export const OWN_TIME = `set local statement_timeout = '10min'; set local lock_timeout = '1min';
  set local idle_in_transaction_session_timeout = '10min'`;

const taking = new AsyncLocalStorage<true>();

/**
 * Runs work that nobody watches on a screen: jobs, imports, the creation of a demonstration. Its queries, in whichever
 * folder they are written, may take longer than those of a page.
 */
export function inItsOwnTime<T>(work: () => T): T {
  return taking.run(true, work);
}

export function mayTakeItsTime(): boolean {
  return taking.getStore() === true;
}
