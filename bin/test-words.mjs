/**
 * What the tests import as `@jest/globals`. Each file of tests has its own framework, and helpers are loaded once for
 * several files: an export of a module may change, and those who import it see what is there at that moment.
 */
export let describe, it, test, beforeAll, beforeEach, afterEach, afterAll, expect, jest;

export function speak(words) {
  ({ describe, it, test, beforeAll, beforeEach, afterEach, afterAll, expect, jest } = words);
}
